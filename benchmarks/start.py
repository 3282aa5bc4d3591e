"""How soon the first screen is there: from the start of the process to words on a terminal.

Each program in turn starts in a terminal of its own, as a user's would; nothing in it is changed.
"""

from __future__ import annotations

import os
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.terminal import Taken, Terminal, furnished

__all__ = ["main"]

STARTS = 9
FIRSTS = 3
_PASS = "print('here', flush=True); input()"
_EMPTY = """
from textual.app import App
from textual.widgets import Label
class Empty(App):
    def compose(self): yield Label("here")
Empty().run()
"""
_VADE = "from vade.cli import run; run()"
_BOX, _ENTRIES = b"search topics", b" entries"
_HEAD = """| what | clock | processor | to Python | to an empty app |
| --- | ---: | ---: | ---: | ---: |
"""


def main() -> str:
    """Measure everything and return the section for RESULTS.md."""
    before = os.getloadavg()[0]
    first = [_fresh() for _ in range(FIRSTS)]
    with tempfile.TemporaryDirectory() as folder:
        home, project = furnished(Path(folder))
        rounds = [_round(home, project) for _ in range(STARTS + 1)][1:]
    python, empty, box, entries = (_median(column) for column in zip(*rounds, strict=True))
    rows = [
        ("a Python that prints a word", python),
        ("an empty Textual app with a word", empty),
        ("Vade: the search box", box),
        ("Vade: entries listed", entries),
        ("Vade, the very first time: entries listed", _median(first)),
    ]
    load = f"Load {before:.0f} at the beginning, {os.getloadavg()[0]:.0f} at the end."
    note = (
        f"Medians of {STARTS} starts in turn, {FIRSTS} of the first time. Ratios are of processor"
    )
    lines = "\n".join(_row(what, taken, python, empty) for what, taken in rows)
    return f"## start\n\n{note}\ntime, of Vade's own process. {load}\n\n{_HEAD}{lines}\n"


def _round(home: Path, cwd: Path) -> tuple[Taken, Taken, Taken, Taken]:
    """Python, an empty app, the search box and the entries."""
    (python,) = _seen(_PASS, home, cwd, b"here")
    (empty,) = _seen(_EMPTY, home, cwd, b"here")
    box, entries = _seen(_VADE, home, cwd, _BOX, _ENTRIES)
    return python, empty, box, entries


def _fresh() -> Taken:
    """Entries listed in a home where nothing is compiled nor indexed."""
    with tempfile.TemporaryDirectory() as folder:
        (entries,) = _seen(_VADE, *furnished(Path(folder)), _ENTRIES)
    return entries


def _seen(code: str, home: Path, cwd: Path, *words: bytes) -> list[Taken]:
    terminal = Terminal(code, home, cwd)
    taken = [terminal.shows(word) for word in words]
    terminal.end(0)
    return taken


def _median(taken: Sequence[Taken]) -> Taken:
    clock = statistics.median(t.wall for t in taken)
    return Taken(clock, statistics.median(t.processor for t in taken))


def _row(what: str, taken: Taken, python: Taken, empty: Taken) -> str:
    times = " | ".join(f"{seconds:.2f} s" for seconds in (taken.wall, taken.processor))
    ratios = " | ".join(f"{taken.processor / base.processor:.2f}" for base in (python, empty))
    return f"| {what} | {times} | {ratios} |"
