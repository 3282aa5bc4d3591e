"""A tour of the screens as pictures, dark and light. One that crashes is no picture: it fails."""

from __future__ import annotations

import re
import threading
from pathlib import Path
from typing import Any

import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from tui.conftest import fix_clock, until
from vade.tui.app import VadeApp
from vade.workspace import Workspace

WIDE, USUAL, SMALL, TINY = (200, 50), (120, 36), (80, 24), (40, 12)
THEMES = ("vade-dark", "vade-light")
ANSWERED = ("p", "p", "f", *"why", "enter", "x", "escape")
REVIEWED = (
    *("escape", "r", "enter", *ANSWERED, "F", "F"),
    *("r", "enter", *"pppp", "f", *"still", "enter", *"pppp", "F", "F"),
)

WALKS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "library": (
        ("searched", tuple("order num")),
        ("entry", ("enter", "enter")),
        ("found-in-page", ("ctrl+f", *"number", "enter")),
        ("browsed", ("escape", "escape", "escape", "slash", "ctrl+u", "escape", "down", "down")),
        ("areas", ("b", "down", "down")),
        ("help", ("f1",)),
        ("palette", ("escape", "ctrl+p", *"copy")),
        ("themes", ("ctrl+u", *"change the theme", "enter")),
    ),
    "gallery": (
        ("cards", ("escape", "c")),
        ("difference", ("slash", *"sequence", "enter", "d")),
        ("fill", ("slash", "ctrl+u", *"label", "enter", "y", *"Ada")),
    ),
    "review": (
        ("answered", ("escape", "r", "enter", *ANSWERED)),
        ("reason", ("f",)),
        ("note", ("escape", "a", *"See the log.")),
        ("evidence", ("escape", "v")),
        ("lines", ("enter", "space", "down")),
        ("finish", ("escape", "escape", "F")),
        ("again", ("F", "r", "enter", "down", "down")),
    ),
    "reviews": (
        ("list", (*REVIEWED, "R")),
        ("compared", ("c",)),
    ),
    "packs": (("list", ("escape", "L")),),
}
"""Each walk begins at the library; the picture is taken after the keys."""
OFTEN = ("library",)
"""The walk of each run; the slow suite takes the others."""


class Svg(SingleFileSnapshotExtension):
    """One file a picture."""

    _file_extension = "svg"
    _write_mode = WriteMode.TEXT


def picture(app: VadeApp) -> str:
    """What is on the screen, without what is another in each run."""
    return re.sub(r"terminal-\d+", "terminal", app.export_screenshot(title="vade"))


async def settle(pilot: Any, *, busy: bool = False) -> str:
    """Wait until nothing is worked on and two pictures in a row are the same; return it."""
    for _ in range(200):
        await pilot.pause(0.01)
        if busy or not any(worker.is_running for worker in pilot.app.workers):
            break
    for box in pilot.app.screen.query("Input, TextArea"):
        box.cursor_blink = False
    before = ""
    for _ in range(60):
        await pilot.pause(0.03)
        now = picture(pilot.app)
        if now == before:
            break
        before = now
    return before


async def look(pilot: Any, snapshot: Any, name: str, *, busy: bool = False) -> None:
    """Compare the screen in both themes of ours."""
    for theme in THEMES:
        pilot.app.theme = theme
        size = f"{pilot.app.size.width}x{pilot.app.size.height}"
        shown = await settle(pilot, busy=busy)
        assert shown == snapshot(name=f"{name}-{size}-{theme.partition('-')[2]}")


async def press(pilot: Any, keys: tuple[str, ...]) -> None:
    """Press keys, each when the one before has been dealt with."""
    for key in keys:
        await pilot.press("space" if key == " " else key)
        if len(key) > 1 or not key.islower():
            await pilot.pause(0.05)


@pytest.fixture
def snapshot(snapshot: Any) -> Any:
    """Pictures as files."""
    return snapshot.use_extension(Svg)


def workspace_in(shop: Path, pack: Path) -> Workspace:
    workspace = Workspace.open(shop, packs=(pack,), only=True)
    fix_clock(workspace)
    return workspace


@pytest.mark.parametrize(
    "size", [USUAL, pytest.param(SMALL, marks=pytest.mark.slow)], ids=["usual", "small"]
)
@pytest.mark.parametrize(
    "walk", [w if w in OFTEN else pytest.param(w, marks=pytest.mark.slow) for w in WALKS]
)
async def test_walk(
    walk: str, size: tuple[int, int], shop: Path, pack: Path, snapshot: Any
) -> None:
    """Every screen, as a reader comes to it."""
    app = VadeApp(workspace_in(shop, pack))
    app.animation_level = "none"
    app.NOTIFICATION_TIMEOUT = 0.01
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.shelf.indexed)
        for name, keys in WALKS[walk]:
            await press(pilot, keys)
            await look(pilot, snapshot, f"{walk}-{name}")
    assert app._exception is None
    assert not app.return_code


@pytest.mark.slow
@pytest.mark.parametrize("walk", ["library", "gallery"])
async def test_wide(walk: str, shop: Path, pack: Path, snapshot: Any) -> None:
    """With room to spare."""
    app = VadeApp(workspace_in(shop, pack))
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: app.shelf.indexed)
        for _, keys in WALKS[walk][:2]:
            await press(pilot, keys)
        await look(pilot, snapshot, walk)
    assert app._exception is None


async def test_first_run(shop: Path, pack: Path, snapshot: Any, no_hint: Path) -> None:
    """What a newcomer sees."""
    no_hint.unlink()
    app = VadeApp(workspace_in(shop, pack))
    async with app.run_test(size=USUAL) as pilot:
        await until(pilot, lambda: app.shelf.indexed)
        await look(pilot, snapshot, "state-first-run")


async def test_nothing_found(shop: Path, pack: Path, snapshot: Any) -> None:
    """The empty state of a search says what to do."""
    app = VadeApp(workspace_in(shop, pack), "qqqqzz")
    async with app.run_test(size=SMALL) as pilot:
        await until(pilot, lambda: app.shelf.indexed)
        await look(pilot, snapshot, "state-nothing-found")


async def test_empty(shop: Path, snapshot: Any) -> None:
    """No pack at all."""
    app = VadeApp(Workspace.open(shop, only=True))
    async with app.run_test(size=SMALL) as pilot:
        await until(pilot, lambda: app.shelf.indexed)
        await look(pilot, snapshot, "state-empty")


async def test_error(shop: Path, snapshot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Packs that cannot be read."""
    from vade.errors import VadeError

    def fail(*_: object) -> None:
        raise VadeError("is no list of packs", where="packs.json", hint="Correct it")

    monkeypatch.setattr(Workspace, "library", fail)
    app = VadeApp(Workspace.open(shop, only=True))
    async with app.run_test(size=SMALL) as pilot:
        await until(pilot, lambda: app.screen.query("#results") and app.screen._browser.trouble)
        await look(pilot, snapshot, "state-error")


async def test_loading(
    shop: Path, pack: Path, snapshot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While packs are read, keys are taken already."""
    go, load = threading.Event(), Workspace.library

    def wait(self: Workspace, *args: Any) -> Any:
        go.wait(20)
        return load(self, *args)

    monkeypatch.setattr(Workspace, "library", wait)
    app = VadeApp(workspace_in(shop, pack))
    async with app.run_test(size=SMALL) as pilot:
        await until(pilot, lambda: app.screen.query("#results"))
        await pilot.press(*"num")
        await look(pilot, snapshot, "state-loading", busy=True)
        go.set()
        await until(pilot, lambda: app.screen._browser.results)


async def test_too_small(shop: Path, pack: Path, snapshot: Any) -> None:
    """Below the floor it says so."""
    app = VadeApp(workspace_in(shop, pack))
    async with app.run_test(size=TINY) as pilot:
        await until(pilot, lambda: app.shelf.indexed)
        await look(pilot, snapshot, "state-too-small")
