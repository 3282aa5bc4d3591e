"""A file that changes is on the screen within a moment, and nothing else moves."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from textual.widgets import Input

from tui.conftest import AGENT, Opener, until
from vade.tui.app import VadeApp
from vade.tui.requests import PacksChanged


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "pack" / "agents"
    folder.mkdir(parents=True)
    shutil.copy(AGENT, folder / "ops.md")
    return folder


def titles(app: VadeApp) -> set[str]:
    return {entry.title for entry in app.shelf.library.entries} if app.shelf.library else set()


async def test_a_changed_file_is_shown_and_the_query_and_the_selection_stay(
    opened: Opener, pack: Path
) -> None:
    async with opened("rate", packs=(pack.parent,)) as pilot:
        app = pilot.app
        assert isinstance(app, VadeApp)
        await until(pilot, lambda: bool(app.screen.room.results.key))
        await pilot.press("down")
        chosen = app.screen.room.results.key
        text = (pack / "ops.md").read_text()
        (pack / "ops.md").write_text(text.replace("**Versioning**", "**Versions of old**"))
        app.post_message(PacksChanged(frozenset({pack / "ops.md"})))
        await until(pilot, lambda: "Versions of old" in titles(app) and app.shelf.indexed)
        assert app.screen.query_one(Input).value == "rate"
        assert app.screen.room.results.key == chosen


async def test_a_file_that_breaks_keeps_its_entries_and_is_told(opened: Opener, pack: Path) -> None:
    async with opened(packs=(pack.parent,)) as pilot:
        app = pilot.app
        assert isinstance(app, VadeApp)
        before = titles(app)
        (pack / "ops.md").write_text("---\nname: ops\n")
        app.post_message(PacksChanged(frozenset({pack / "ops.md"})))
        await until(pilot, lambda: bool(app._notifications))
        assert titles(app) == before
        told = " ".join(toast.message for toast in app._notifications)
        assert "ops.md:1: front matter is never closed" in told
