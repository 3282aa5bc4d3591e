"""What stands on the screens has the room it needs, and says what the next key does."""

from __future__ import annotations

from typing import Any

import pytest
from textual.app import App

from tui.conftest import until
from tui.test_library import search
from vade.tui.widgets.row_list import RowList

_SCREENS = {
    "library": (),
    "entry": ("r", "enter", "o", "enter"),
    "gallery": ("c",),
    "review": ("r", "enter"),
    "finish": ("r", "enter", "F"),
    "reviews": ("R",),
    "packs": ("L",),
}


def painted(app: App[str]) -> list[str]:
    """The lines on the screen."""
    return [strip.text for strip in app.screen._compositor.render_strips()]


@pytest.mark.parametrize("size", [(120, 36), (80, 24)], ids=["usual", "small"])
@pytest.mark.parametrize("name", _SCREENS)
async def test_no_screen_is_longer_than_the_terminal(
    opened: Any, name: str, size: tuple[int, int]
) -> None:
    async with opened(size=size) as pilot:
        app = pilot.app
        await pilot.press("escape")
        for key in _SCREENS[name]:
            await pilot.press(key)
            await pilot.pause(0.2)
        assert type(app.screen).__name__.casefold() == f"{name}screen"
        assert app.screen.max_scroll_y == 0
        assert app.screen.query_one("#status").region.bottom == size[1]


async def test_an_entry_over_another_screen_names_its_file_and_line(opened: Any) -> None:
    async with opened() as pilot:
        await pilot.press("escape", "c")
        await until(pilot, lambda: pilot.app.screen.query("#cards"))
        await pilot.press("enter")
        await until(pilot, lambda: type(pilot.app.screen).__name__ == "EntryScreen")
        await until(pilot, lambda: "backend-specialist.md:" in painted(pilot.app)[0])


async def test_what_stands_at_the_right_is_cut_only_where_the_left_needs_the_room(
    opened: Any,
) -> None:
    async with opened() as pilot:
        await pilot.press("escape", "plus")
        await until(pilot, lambda: pilot.app.screen.query("#choices"))
        await until(
            pilot, lambda: any("pitfalls, patterns, checks" in line for line in painted(pilot.app))
        )


async def test_the_status_line_tells_the_keys_of_the_find_box(opened: Any) -> None:
    async with opened() as pilot:
        await search(pilot, "rate lim")
        await pilot.press("enter", "enter", "ctrl+f")
        await until(pilot, lambda: "n next  N previous" in painted(pilot.app)[-1])
        await pilot.press("escape")
        await until(pilot, lambda: "ctrl+f find" in painted(pilot.app)[-1])


@pytest.mark.parametrize("over", ["b", "enter"], ids=["areas", "entry"])
async def test_where_there_is_one_pane_typing_shows_the_results(opened: Any, over: str) -> None:
    async with opened(size=(80, 24)) as pilot:
        results = pilot.app.screen.query_one("#results", RowList)
        await pilot.press("escape", over)
        await until(pilot, lambda: not results.region)
        await search(pilot, "rate")
        await until(pilot, lambda: results.region)
        await until(pilot, lambda: any("Rate Limiting" in line for line in painted(pilot.app)))
        assert pilot.app.focused.id == "search"


async def test_a_narrow_review_names_the_branch_and_no_half_of_a_commit(opened: Any) -> None:
    async with opened(size=(80, 24)) as pilot:
        await pilot.press("escape", "r", "enter")
        await until(pilot, lambda: type(pilot.app.screen).__name__ == "ReviewScreen")
        await until(pilot, lambda: "feature/orders " in painted(pilot.app)[0])
        assert "@" not in painted(pilot.app)[0]
        await pilot.resize_terminal(120, 36)
        await until(pilot, lambda: " @ " in painted(pilot.app)[0])
