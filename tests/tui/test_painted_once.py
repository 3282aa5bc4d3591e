"""A screen that opens is dressed and painted once, and one picture shows all that a key changed."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from textual._compositor import LayoutUpdate
from textual._context import visible_screen_stack
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.pilot import Pilot
from textual.renderables.background_screen import BackgroundScreen
from textual.strip import Strip
from textual.visual import RenderOptions, RichVisual, Visual
from textual.widget import Widget
from textual.widgets import Input

from tui.conftest import until
from vade.tui.screens.backdrop import Backdrop
from vade.tui.widgets.page_view import PageView

pytestmark = pytest.mark.slow

_KEYS = ["f1", "c", "R", "L", "ctrl+p"]


@pytest.fixture
def pictures(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What is sent to the terminal."""
    sent: list[object] = []
    before = App._display

    def counted(app: App[object], screen: Any, picture: Any) -> None:
        sent.extend([picture] if picture is not None else ())
        before(app, screen, picture)

    monkeypatch.setattr(App, "_display", counted)
    return sent


@pytest.fixture
def dressed(monkeypatch: pytest.MonkeyPatch) -> list[Widget]:
    """The widgets whose styles are worked out."""
    widgets: list[Widget] = []
    before = Stylesheet.apply

    def counted(sheet: Stylesheet, node: Any, **kwargs: Any) -> None:
        widgets.extend([node] if isinstance(node, Widget) else ())
        before(sheet, node, **kwargs)

    monkeypatch.setattr(Stylesheet, "apply", counted)
    return widgets


async def through(pilot: Pilot[str], key: str, screens: int) -> None:
    await pilot.press(key)
    await until(pilot, lambda: len(pilot.app.screen_stack) == screens)
    await pilot.pause(0.2)


@pytest.mark.parametrize("key", _KEYS)
async def test_a_screen_that_opens_is_dressed_and_painted_once(
    opened: Any, pictures: list[object], dressed: list[Widget], key: str
) -> None:
    async with opened() as pilot:
        await pilot.press("escape")
        await through(pilot, key, 2)  # the first time its style sheet is read
        dressed.clear()
        widgets = whole = 0
        for _ in range(4):
            await through(pilot, "escape", 1)
            pictures.clear()
            await through(pilot, key, 2)
            whole += len([p for p in pictures if isinstance(p, LayoutUpdate)])
            widgets += len([*pilot.app.screen.walk_children(with_self=True)])
        assert 4 <= whole < 6, "twice each would be 8"
        assert widgets <= len(dressed) < 2 * widgets


@pytest.mark.parametrize("key", _KEYS)
async def test_what_is_painted_once_is_what_painting_anew_would_show(opened: Any, key: str) -> None:
    async with opened() as pilot:
        await pilot.press("escape")
        await through(pilot, key, 2)
        screen = pilot.app.screen
        for box in screen.query(Input):
            box.cursor_blink = False
        await pilot.pause(0.1)
        once = screen._compositor.render_strips()
        pilot.app.refresh_css(animate=False)
        screen.refresh(layout=True)
        for widget in screen.walk_children():
            widget.refresh()
        await pilot.pause(0.2)
        assert plain(once) == plain(screen._compositor.render_strips())


async def test_a_row_and_its_page_are_painted_together(opened: Any, pictures: list[object]) -> None:
    async with opened() as pilot:
        await pilot.press("escape")
        page = pilot.app.screen.query_one(PageView)
        shown = []
        pictures.clear()
        for _ in range(8):
            await pilot.press("down")
            await pilot.pause(0.1)
            shown.append([line.text for line in page.lines])
        assert all(before != after for before, after in pairwise(shown))
        assert 8 <= len(pictures) < 12, "each by itself would be 16"


async def test_what_nobody_sees_is_not_painted(opened: Any, pictures: list[object]) -> None:
    async with opened() as pilot:
        library = pilot.app.screen
        await pilot.press("escape")
        await through(pilot, "R", 2)
        pictures.clear()
        library.refresh()
        library.query_one(PageView).refresh()
        await pilot.pause(0.2)
        assert pictures == []
        await through(pilot, "escape", 1)
        assert any(isinstance(p, LayoutUpdate) for p in pictures)


async def test_what_changes_under_a_sheet_is_painted(opened: Any, pictures: list[object]) -> None:
    async with opened() as pilot:
        library = pilot.app.screen
        await through(pilot, "f1", 2)
        pictures.clear()
        library.refresh()
        await until(pilot, lambda: pictures)


async def test_a_backdrop_has_the_colours_of_textuals_own(opened: Any) -> None:
    async with opened("rate") as pilot:
        below = pilot.app.screen
        await through(pilot, "f1", 2)
        sheet = pilot.app.screen
        tint = sheet.styles.background
        visible_screen_stack.set([below])
        assert isinstance(sheet.render(), Backdrop)
        theirs = RichVisual(sheet, BackgroundScreen(below, tint))
        assert strips(sheet, Backdrop(below, tint)) == strips(sheet, theirs)
        assert len({s.style for strip in strips(sheet, theirs) for s in strip}) > 5


def strips(sheet: Any, visual: Visual) -> list[Strip]:
    options = RenderOptions(sheet._get_style, sheet.styles)
    return [s.simplify() for s in visual.render_strips(*sheet.size, sheet.visual_style, options)]


def plain(lines: list[Strip]) -> list[Strip]:
    return [line.simplify() for line in lines]
