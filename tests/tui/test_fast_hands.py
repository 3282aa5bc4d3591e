"""Keys that arrive together: each goes where the one before it led."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.events import Key

from tui.conftest import until
from tui.test_review import begin, item
from vade.review.model import State
from vade.tui.screens.palette import PaletteScreen
from vade.tui.screens.review import ReviewScreen


def at_once(pilot: Any, *keys: str) -> None:
    """Let keys arrive as one write of a terminal lets them: none waits for another."""
    for key in keys:
        pilot.app._driver.send_message(Key(key, key if len(key) == 1 else None))


async def test_keys_behind_the_reason_answer_the_next_items(opened: Any) -> None:
    async with opened() as pilot:
        await begin(pilot)
        at_once(pilot, "f", *"bad", "enter", "j", "p", "x", *"none", "enter")
        await until(pilot, lambda: item(pilot.app, "Authentication").answer.reason)
        first, second, third = pilot.app.workspace.desk.newest_draft().items[:3]
        assert (first.answer.state, first.answer.reason) == (State.FAIL, "bad")
        assert second.answer.state is State.PASS
        assert (third.answer.state, third.answer.reason) == (State.NA, "none")


async def test_keys_behind_the_key_of_a_screen_reach_the_screen(opened: Any) -> None:
    async with opened() as pilot:
        at_once(pilot, "escape", "r", "p", "escape", "r", "p")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReviewScreen))
        await until(pilot, lambda: item(pilot.app, "Error Handling").answer.state is State.PASS)
        assert item(pilot.app, "Input Validation").answer.state is State.PASS


async def test_what_is_typed_behind_the_key_of_the_palette_is_typed_into_it(opened: Any) -> None:
    async with opened() as pilot:
        at_once(pilot, "ctrl+p", *"patterns")
        await until(pilot, lambda: isinstance(pilot.app.screen, PaletteScreen))
        box = pilot.app.screen.query_one("Input")
        await until(pilot, lambda: len(box.value) == len("patterns"))
        assert box.value == "patterns"


async def test_a_note_typed_at_once_is_kept_whole(opened: Any, shop: Path) -> None:
    async with opened() as pilot:
        await begin(pilot)
        at_once(pilot, "a", *"seen", "escape", "p", "a", *"twice", "escape")
        await until(pilot, lambda: item(pilot.app, "Error Handling").answer.notes)
        assert item(pilot.app, "Input Validation").answer.notes == "seen"
        assert item(pilot.app, "Error Handling").answer.notes == "twice"
