"""The screens in this process, for attacks of many thousand steps."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from reliability.place import AGENT, LIST
from tui.conftest import until
from vade.tui.app import VadeApp
from vade.workspace import Workspace

__all__ = ["SCREENS", "go", "opened", "workspace"]

SCREENS = {
    "library": ("LibraryScreen", ""),
    "search": ("LibraryScreen", "slash v a"),
    "areas": ("LibraryScreen", "b"),
    "entry": ("LibraryScreen", "enter"),
    "find": ("LibraryScreen", "enter ctrl+f"),
    "patterns": ("GalleryScreen", "c"),
    "packs": ("PacksScreen", "L"),
    "help": ("HelpScreen", "f1"),
    "key": ("KeyScreen", "f1 down enter"),
    "palette": ("PaletteScreen", "ctrl+p"),
    "new": ("Chooser", "plus"),
    "review": ("ReviewScreen", "r"),
    "reason": ("ReviewScreen", "r f"),
    "note": ("NoteScreen", "r a"),
    "evidence": ("EvidenceScreen", "r v"),
    "finish": ("FinishScreen", "r F"),
    "reviews": ("ReviewsScreen", "R"),
}
"""What is shown to its class, and the keys that lead to it from the list of entries."""


def workspace(shop: Path, *packs: Path) -> Workspace:
    """A workspace with a review that has begun."""
    made = Workspace.open(shop, packs=packs or (AGENT,), only=True)
    made.desk.start([LIST])
    return made


@asynccontextmanager
async def opened(made: Workspace, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Pilot[str]]:
    """Open the screens; leaving checks that nothing ended them."""
    app = VadeApp(made)
    app.animation_level = "none"
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await until(pilot, lambda: app.shelf.indexed)
        yield pilot
        assert app.is_running
    assert app._exception is None
    assert not app.return_code


async def go(pilot: Pilot[str], screen: str) -> None:
    """Go to a screen from the beginning, in a window of a usual size."""
    name, keys = SCREENS[screen]
    await pilot.resize_terminal(120, 36)
    while len(pilot.app.screen_stack) > 1:
        await pilot.app.pop_screen()
    results = pilot.app.screen.query_one("#results")
    results.focus()
    await until(pilot, lambda: results.has_focus)
    for key in keys.split():
        before = pilot.app.focused
        await pilot.press(key)
        for _ in range(10):
            await asyncio.sleep(0.01)
            await pilot.pause()
            if pilot.app.focused is not before:
                break
    await until(pilot, lambda: type(pilot.app.screen).__name__ == name)
