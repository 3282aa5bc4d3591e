"""What is worked out and painted after a key: no more than what changed."""

from __future__ import annotations

from typing import Any

import pytest
from textual.screen import Screen
from textual.strip import Strip

from tui.conftest import until
from vade.tui import rows
from vade.tui.widgets.line_view import LineView
from vade.tui.widgets.page_view import PageView
from vade.tui.widgets.row_list import Row, RowLine, RowList


def of_length(lines: int) -> list[Row]:
    return [Row(f"row {n}", (RowLine(()),)) for n in range(lines)]


def calls(monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> list[tuple[Any, ...]]:
    """Note with what a function is called from now on."""
    seen: list[tuple[Any, ...]] = []
    before = getattr(owner, name)

    def noted(*args: Any, **kwargs: Any) -> Any:
        seen.append(args)
        return before(*args, **kwargs)

    monkeypatch.setattr(owner, name, noted)
    return seen


async def test_a_longer_or_shorter_list_lays_no_screen_out(
    opened: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened() as pilot:
        await pilot.press("escape")
        results = pilot.app.screen.query_one("#results", RowList)
        results.show(of_length(400))
        await pilot.pause(0.1)
        laid_out = calls(monkeypatch, Screen, "_refresh_layout")
        for lines in (300, 500, 200, 900):
            results.show(of_length(lines))
            await pilot.pause(0.1)
        assert laid_out == []
        assert results.vertical_scrollbar.window_virtual_size == 900


async def test_a_list_that_gets_short_shows_its_rows_and_no_scroll_bar(opened: Any) -> None:
    async with opened() as pilot:
        await pilot.press("escape")
        results = pilot.app.screen.query_one("#results", RowList)
        results.show(of_length(400))
        results.action_last()
        await until(pilot, lambda: results.scroll_offset.y > 300)
        results.show(of_length(3))
        await until(pilot, lambda: results.scroll_offset.y == 0)
        assert await until(pilot, lambda: not results.show_vertical_scrollbar)


async def test_of_a_long_list_only_the_lines_in_sight_are_worked_out(
    opened: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked_out = calls(monkeypatch, rows, "entry_line")
    async with opened() as pilot:
        entries = len(pilot.app.shelf.library.entries)
        ids = {entry.id for entry, *_ in worked_out}
        assert ids
        assert len(ids) <= pilot.app.size.height < entries


async def test_what_is_painted_in_part_looks_as_if_painted_as_a_whole(opened: Any) -> None:
    async with opened() as pilot:
        screen = pilot.app.screen
        results, page = screen.query_one("#results", RowList), screen.query_one(PageView)
        shown = set()
        for key in (*"rate limit", "down", "down", "up", "backspace", "escape", *"jwt", "down"):
            await pilot.press(key)
            await pilot.pause(0.1)
            for view in (results, page):
                shown.add(str(in_part := painted(view)))
                view.refresh()
                assert in_part == painted(view), (key, view)
        assert len(shown) > 10


async def test_a_list_paints_only_the_lines_that_changed(
    opened: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened() as pilot:
        await pilot.press("escape")
        results = pilot.app.screen.query_one("#results", RowList)
        results.show(of_length(20))
        await pilot.pause(0.1)
        painted_lines = calls(monkeypatch, RowList, "render_line")
        results.action_move(3)
        await pilot.pause(0.1)
        assert {y for _, y in painted_lines} == {0, 3}
        painted_lines.clear()
        results.show(of_length(10), key="row 3")
        await pilot.pause(0.1)
        assert {y for _, y in painted_lines} == set(range(10, 20))


def painted(view: LineView) -> list[Strip]:
    """The lines of a view, those that were not painted anew as they are kept."""
    return view.render_lines(view.size.region)
