"""Every text can be read in every theme, by calculation."""

from __future__ import annotations

import pytest
from rich.color import ColorSystem
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

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


@pytest.mark.parametrize(
    ("colors", "system"), [(16, ColorSystem.STANDARD), (256, ColorSystem.EIGHT_BIT)]
)
@pytest.mark.parametrize("theme", own_themes(), ids=lambda theme: theme.name)
def test_text_can_be_read_where_the_terminal_has_few_colours(
    theme: Theme, colors: int, system: ColorSystem
) -> None:
    """The nearest of few colours is another than was calculated with: 3:1 has to be left."""
    palette = Palette(theme.to_color_system().generate(), colors)
    for role in Role:
        for surface in Surface:
            style = palette.style(role, surface)
            assert style.color is not None
            assert style.bgcolor is not None
            seen = (c.downgrade(system).get_truecolor() for c in (style.color, style.bgcolor))
            text, ground = (Color(*color) for color in seen)
            assert contrast(text, ground) >= 3, (role, surface)


def test_the_cursor_is_no_colour_of_its_own_among_256() -> None:
    for theme in own_themes():
        palette = Palette(theme.to_color_system().generate(), 256)
        shown = palette.surface(Surface.CURSOR).rich_color.downgrade(ColorSystem.EIGHT_BIT)
        assert len(set(shown.get_truecolor())) == 1


def test_every_role_has_a_token() -> None:
    assert set(TOKENS) == set(Role)


def test_there_is_one_dark_and_one_light_theme_of_our_own() -> None:
    assert [theme.dark for theme in own_themes()] == [True, False]
