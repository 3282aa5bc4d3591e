"""What was closed is let go: hours of use take no more memory than minutes."""

from __future__ import annotations

import gc
import weakref
from typing import Any

import pytest
from textual.widget import Widget

from tui.conftest import until
from tui.test_review import begin
from vade.tui.widgets.find_box import FindBox


@pytest.mark.parametrize("key", ["a", "v", "F", "f1", "ctrl+p", "R", "L", "c"])
async def test_a_screen_that_was_closed_and_all_that_was_on_it(opened: Any, key: str) -> None:
    async with opened() as pilot:
        await begin(pilot)
        if key in {"R", "L", "c"}:
            await pilot.press("escape")
        below = pilot.app.screen
        await pilot.press(key)
        await until(pilot, lambda: pilot.app.screen is not below)
        held = weakref.WeakSet[Widget](pilot.app.screen.walk_children(Widget))
        assert len(held) > 1
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is below)
        assert await until(pilot, lambda: gc.collect() >= 0 and not held, seconds=5)


async def test_find_boxes_that_were_closed(opened: Any) -> None:
    held = weakref.WeakSet[Widget]()
    async with opened() as pilot:
        await pilot.press("down", "enter")
        for _ in range(12):
            await pilot.press("ctrl+f")
            await until(pilot, lambda: pilot.app.screen.query(FindBox))
            held.update(pilot.app.screen.query("FindBox Input"))
            await pilot.press("escape")
            await until(pilot, lambda: not pilot.app.screen.query(FindBox))
        # The layout remembers what it arranged last.
        assert await until(pilot, lambda: gc.collect() >= 0 and len(held) <= 6, seconds=5)


async def test_what_is_read_again_does_not_keep_what_was_garbage_then(opened: Any) -> None:
    async with opened() as pilot:
        kept = gc.get_freeze_count()
        await pilot.app.shelf.load()
        assert gc.get_freeze_count() <= kept
