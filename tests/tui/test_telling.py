"""What goes wrong with the reviews is said on the screen, and the screen stays."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tui.conftest import until
from vade.paths import Paths


def told(pilot: Pilot[str]) -> str:
    return " ".join(toast.message for toast in pilot.app._notifications)


@pytest.fixture
def state(own_home: Path) -> Path:
    """The folder of reviews."""
    return Paths.from_environment({"VADE_STATE_DIR": str(own_home / "state")}).reviews.parent


async def test_reviews_that_cannot_be_kept_are_said(opened: Any, state: Path) -> None:
    state.parent.mkdir(parents=True, exist_ok=True)
    state.write_text("no folder")
    async with opened() as pilot:
        await until(pilot, lambda: "cannot be kept" in told(pilot))
        await pilot.press("tab")
        for key in ("r", "R", "r"):
            pilot.app.clear_notifications()
            pilot.app._said = ("", 0.0)
            await pilot.press(key)
            await until(pilot, lambda: "cannot be kept" in told(pilot))
            assert len(pilot.app.screen_stack) == 1


async def test_a_database_that_was_set_aside_is_said_once(opened: Any, state: Path) -> None:
    state.mkdir(parents=True)
    (state / "reviews.db").write_text("no database")
    async with opened() as pilot:
        await until(pilot, lambda: "damaged" in told(pilot))
        pilot.app.on_survey()
        await pilot.app.workers.wait_for_complete()
        assert told(pilot).count("is kept as") == 1


async def test_a_damaged_review_is_said_where_reviews_are_listed(opened: Any, state: Path) -> None:
    async with opened() as pilot:
        here = pilot.app.workspace.desk
        review = here.start(pilot.app.shelf.library.checklists())
        with sqlite3.connect(state / "reviews.db") as raw:
            raw.execute("update item set answer = 'x'")
        raw.close()
        await pilot.press("tab", "R")
        assert await until(pilot, lambda: f"{review.id} is damaged" in told(pilot))


async def test_a_database_that_breaks_under_a_review_is_said_once(
    opened: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from vade.errors import VadeError

    every = 0.05
    monkeypatch.setattr("vade.tui.screens.review._EVERY", every)
    async with opened() as pilot:
        await pilot.press("tab", "r")
        await until(pilot, lambda: len(pilot.app.screen_stack) == 2)
        asked = []

        def broken(*_: object) -> int:
            asked.append(1)
            raise VadeError("the reviews are damaged")

        monkeypatch.setattr(type(pilot.app.workspace.desk), "version", broken)
        await until(pilot, lambda: "are damaged" in told(pilot))
        await pilot.pause(6 * every)
        assert len(asked) == 1
