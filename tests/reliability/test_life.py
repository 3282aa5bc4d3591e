"""A long life of one process in a pseudo-terminal: what it holds does not grow with its use."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from reliability.figures import FULL, count, tell
from reliability.place import Place
from reliability.terminal import Terminal

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs /proc"),
]

ACTIONS = count(1_000, 50_000)
WARM = count(400, 10_000)
"""Actions after which everything has been imported, shown and cached once."""
TOUR = (
    *("\x1b", "\x1b", "\t", "r", "F", "\x1b", "\x1b", "\x1bOP", "\x1b", "c", "l", "\x1b", "jj"),
    *("\r", "\x06", "va", "\x1b", "R", "\x1b", "\x10", "\x1b", "L", "\x1b", "r", "a", "x", "\x13"),
)
"""Every screen, and back."""
OFTEN = ("j", "k", "p", "z", "Z", "x", "\r", "\x1b[6~", "\x1b[5~", "G", "g", "t", "s", "[", "]")


def held(terminal: Terminal) -> tuple[int, int, int]:
    """Bytes in memory, threads, and open files of the process."""
    process = Path("/proc") / str(terminal.process.pid)
    resident = (process / "statm").read_text(encoding="ascii").split()[1]
    names = [len(list((process / name).iterdir())) for name in ("task", "fd")]
    return int(resident) * os.sysconf("SC_PAGE_SIZE"), names[0], names[1]


def use(terminal: Terminal, chance: random.Random) -> int:
    """Go round all screens and do something in between; return how many actions that were."""
    keys = (*TOUR, *chance.choices(OFTEN, k=30))
    for key in keys:
        terminal.send(key)
        terminal.read(0.05)
        terminal.forget()
    return len(keys)


def test_nothing_grows_with_use(place: Place) -> None:
    chance = random.Random(9)
    place.begin()
    with place.reviewing() as terminal:
        done = 0
        while done < WARM:
            done += use(terminal, chance)
        terminal.rest()
        memory, threads, files = held(terminal)
        while done < ACTIONS:
            done += use(terminal, chance)
            assert terminal.running, terminal.text
        terminal.rest()
        after = held(terminal)
        assert after[1] <= threads + 8, "threads"  # a pool fills up as it is used
        assert after[2] <= files + 4, "open files"
        grew = after[0] / memory
        assert grew <= (1.1 if FULL else 2), f"{memory} bytes grew to {after[0]}"
        terminal.leave()
    tell("life", done, "nothing" if not FULL else f"nothing; memory grew {grew - 1:.0%}")
