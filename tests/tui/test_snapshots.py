"""A tour of the screens as pictures. A screen that crashes is no picture: the test fails."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tui.conftest import AGENT, until
from vade.review import Desk
from vade.tui.app import VadeApp
from vade.workspace import Workspace

Compare = Callable[..., None]
WIDE, USUAL, SMALL, TINY = (200, 50), (120, 36), (80, 24), (40, 12)
ANSWERED = ("p", "p", "f", *"why", "enter", "x", "escape")


@pytest.fixture
def snap(snap_compare: Any, shop: Path, monkeypatch: pytest.MonkeyPatch) -> Compare:
    """Compare a picture of the app after some keys, and fail when it crashed meanwhile."""

    def compare(keys: tuple[str, ...], size: tuple[int, int], theme: str = "vade-dark") -> None:
        workspace = Workspace.open(shop, packs=(AGENT,), only=True)
        fixed = Desk.open(
            workspace.paths.reviews,
            workspace.project,
            workspace.settings,
            workspace.env,
            clock=lambda: datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
            new_id=lambda: "01TESTTESTTEST",
        )
        monkeypatch.setitem(workspace.__dict__, "desk", fixed)
        app = VadeApp(workspace)
        app.theme = theme
        app.animation_level = "none"
        assert snap_compare(app, terminal_size=size, run_before=walk(app, keys))
        assert app._exception is None
        assert not app.return_code

    return compare


def walk(app: VadeApp, keys: tuple[str, ...]) -> Callable[[Any], Awaitable[None]]:
    """Press keys once the app is ready, and let it come to rest."""

    async def go(pilot: Any) -> None:
        await until(pilot, lambda: app.shelf.indexed)
        for key in keys:
            await pilot.press(key)
        await settle(pilot)
        for box in app.screen.query("Input"):
            box.cursor_blink = False

    return go


async def settle(pilot: Any) -> None:
    """Wait until two pictures in a row are the same."""
    before = ""
    for _ in range(40):
        await pilot.pause(0.1)
        now = re.sub(r"terminal-\d+", "", pilot.app.export_screenshot())
        if now == before:
            return
        before = now


@pytest.mark.parametrize("theme", ["vade-dark", "vade-light"])
@pytest.mark.parametrize("size", [USUAL, SMALL])
def test_library_searched(snap: Compare, size: tuple[int, int], theme: str) -> None:
    """The results of a search, and beside them the best hit."""
    snap(tuple("valid"), size, theme)


@pytest.mark.parametrize("theme", ["vade-dark", "vade-light"])
@pytest.mark.parametrize("size", [USUAL, SMALL])
def test_review_answered(snap: Compare, size: tuple[int, int], theme: str) -> None:
    """A review with answers, one of which owes its reason."""
    snap(("escape", "r", *ANSWERED), size, theme)


def test_library_browsed(snap: Compare) -> None:
    """Nothing typed: the entries by area."""
    snap(("escape", "down", "down"), USUAL)


def test_library_on_a_wide_terminal(snap: Compare) -> None:
    """Three panes with room to spare."""
    snap((*"fastapi", "enter", "enter"), WIDE)


def test_library_where_nothing_is_found(snap: Compare) -> None:
    """The empty state says what to do."""
    snap(tuple("qqqqqqzz"), SMALL)


def test_entry_read_on_a_small_terminal(snap: Compare) -> None:
    """One pane at a time."""
    snap((*"error", "space", *"format", "enter", "enter"), SMALL)


def test_reason_asked(snap: Compare) -> None:
    """A fail asks why at once."""
    snap(("escape", "r", "f"), USUAL)


def test_finish_with_answers_owed(snap: Compare) -> None:
    """What is still owed, and the record as it would be."""
    snap(("escape", "r", *ANSWERED, "F"), USUAL)


def test_help_of_the_library(snap: Compare) -> None:
    """Every key that works here."""
    snap(("escape", "f1"), USUAL)


def test_palette_typed_in(snap: Compare) -> None:
    """Actions and entries by name."""
    snap(("ctrl+p", *"copy"), USUAL)


def test_too_small_a_terminal(snap: Compare) -> None:
    """Below the floor it says so."""
    snap((), TINY)
