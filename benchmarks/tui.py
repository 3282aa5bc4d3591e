"""How quick the screens are, as ratios to an empty Textual app measured in turn.

`python -m benchmarks.tui` prints: the first frame, ready (entries listed, keys taken), a key to
its painted result, a change of screens, a frame of scrolling.
"""

from __future__ import annotations

import asyncio
import os
import pty
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

ROUNDS = 9
_EMPTY = """
import os, time
from textual.app import App
class Empty(App):
    def on_mount(self): self.call_after_refresh(self.seen)
    def seen(self):
        print("first", time.time(), file=open(os.environ["SAID"], 'a'), flush=True)
        self.exit()
Empty().run()
"""
_VADE = """
import os, time
from pathlib import Path
import vade.cli.main
from vade.workspace import Workspace
from vade.tui.app import VadeApp
from vade.tui.screens.library import LibraryScreen
def say(what): print(what, time.time(), file=open(os.environ["SAID"], "a"), flush=True)
furnish = LibraryScreen._furnish
async def seen(self):
    say("first")
    await furnish(self)
def ready(self):
    say("ready")
    self.exit()
LibraryScreen._furnish = seen
VadeApp.on_library_screen_ready = lambda self: self.call_after_refresh(ready, self)
VadeApp(Workspace.open(Path.cwd())).run()
"""


def run(code: str, home: Path) -> dict[str, float]:
    """Run a program in a terminal of 120 by 36; return when it said what, from its start."""
    master, slave = pty.openpty()
    subprocess.run(("stty", "rows", "36", "cols", "120"), stdin=slave, check=True)
    env = {**os.environ, "TERM": "xterm-256color", "HOME": str(home)}
    for kind in ("config", "data", "state", "cache"):
        env[f"VADE_{kind.upper()}_DIR"] = str(home / kind)
    began = time.time()
    said = (home / "said").open("w")
    child = subprocess.Popen(
        (sys.executable, "-c", code),
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={**env, "SAID": said.name},
    )
    os.close(slave)
    os.set_blocking(master, False)
    while child.poll() is None:
        try:
            os.read(master, 65536)
        except BlockingIOError:
            time.sleep(0.002)
        except OSError:
            break
    os.close(master)
    found = re.findall(r"(first|ready) ([\d.]+)", Path(said.name).read_text(errors="replace"))
    return {what: float(at) - began for what, at in found}


def start() -> None:
    """Print how the start compares."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        run(_VADE, home)
        run(_EMPTY, home)
        empty, first, ready = [], [], []
        for _ in range(ROUNDS):
            empty.append(run(_EMPTY, home)["first"])
            seen = run(_VADE, home)
            first.append(seen["first"])
            ready.append(seen["ready"])
    base = statistics.median(empty)
    report("empty app, first frame", base)
    report("first frame", statistics.median(first), base, 1.25)
    report("ready", statistics.median(ready), base, 2)


def report(name: str, seconds: float, base: float = 0, goal: float = 0) -> None:
    """Print one figure."""
    ratio = f"  {seconds / base:.2f} x (goal {goal} x)" if base else ""
    sys.stdout.write(f"{name:<34} {seconds * 1000:7.1f} ms{ratio}\n")


async def timed(work: Callable[[], Awaitable[object]], rounds: int = 20) -> float:
    """Return the median seconds of some work."""
    taken = []
    for _ in range(rounds):
        began = time.perf_counter()
        await work()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


async def inside() -> None:
    """Print how the running screens do, without a terminal."""
    from vade.tui.app import VadeApp
    from vade.tui.page.blocks import Code
    from vade.tui.page.runs import Run
    from vade.tui.widgets.page_view import PageView
    from vade.tui.widgets.row_list import Row, RowLine, RowList
    from vade.workspace import Workspace

    app = VadeApp(Workspace.open(Path.cwd()))
    async with app.run_test(size=(120, 36)) as pilot:
        while not app.shelf.indexed:
            await asyncio.sleep(0.05)
        await pilot.press("escape")
        page = app.screen.query_one("#page", PageView)
        page.show([Code("\n".join(f"value_{n} = {n}" for n in range(3000)), "python")])
        page.focus()
        report("scroll 3,000 lines, a frame", await timed(lambda: pilot.press("pagedown")))
        rows = [Row(str(n), (RowLine((Run(f"row {n}"),)),)) for n in range(10_000)]
        results = app.screen.query_one("#results", RowList)
        results.show(rows)
        results.focus()
        report("scroll 10,000 rows, a frame", await timed(lambda: pilot.press("pagedown")))
        report("help, open and close", await timed(lambda: pilot.press("f1", "escape"), 8))


def main() -> None:
    """Measure and print everything."""
    start()
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("config", "data", "state", "cache"):
            os.environ[f"VADE_{kind.upper()}_DIR"] = f"{folder}/{kind}"
        asyncio.run(inside())


if __name__ == "__main__":
    main()
