"""Every text can be read in every theme, by calculation."""

from __future__ import annotations

import pytest
from textual.theme import BUILTIN_THEMES

from vade.tui.theme.palette import CONTRAST, Palette, Surface, contrast
from vade.tui.theme.roles import TOKENS, Role
from vade.tui.theme.themes import own_themes

THEMES = {theme.name: theme for theme in (*BUILTIN_THEMES.values(), *own_themes())}


@pytest.mark.parametrize("name", THEMES)
def test_text_has_the_contrast_that_wcag_asks_for(name: str) -> None:
    palette = Palette(THEMES[name].to_color_system().generate())
    for role in Role:
        for surface in Surface:
            assert contrast(*palette.colors(role, surface)) >= CONTRAST - 0.02, (role, surface)


def test_every_role_has_a_token() -> None:
    assert set(TOKENS) == set(Role)


def test_there_is_one_dark_and_one_light_theme_of_our_own() -> None:
    assert [theme.dark for theme in own_themes()] == [True, False]
