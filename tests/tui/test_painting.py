"""What is worked out and painted after a key: no more than what changed."""

from __future__ import annotations

from typing import Any

import pytest
from textual.screen import Screen

from tui.conftest import until
from vade.tui import rows
from vade.tui.widgets.row_list import Row, RowLine, RowList


def of_length(lines: int) -> list[Row]:
    return [Row(f"row {n}", (RowLine(()),)) for n in range(lines)]


async def test_a_longer_or_shorter_list_lays_no_screen_out(
    opened: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened() as pilot:
        await pilot.press("escape")
        results = pilot.app.screen.query_one("#results", RowList)
        results.show(of_length(400))
        await pilot.pause(0.1)
        laid_out: list[Screen[Any]] = []
        before = Screen._refresh_layout

        def counted(screen: Screen[Any], *args: Any, **kwargs: Any) -> None:
            laid_out.append(screen)
            before(screen, *args, **kwargs)

        monkeypatch.setattr(Screen, "_refresh_layout", counted)
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
        await until(pilot, lambda: not results.show_vertical_scrollbar)


async def test_of_a_long_list_only_the_lines_in_sight_are_worked_out(
    opened: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked_out: list[str] = []
    before = rows.entry_line

    def counted(entry: Any, *args: Any, **kwargs: Any) -> RowLine:
        worked_out.append(entry.id)
        return before(entry, *args, **kwargs)

    monkeypatch.setattr(rows, "entry_line", counted)
    async with opened() as pilot:
        entries = len(pilot.app.shelf.library.entries)
        assert set(worked_out)
        assert len(set(worked_out)) <= pilot.app.size.height < entries
