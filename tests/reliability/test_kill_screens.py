"""The screens are killed, told to end, or lose their terminal at any moment."""

from __future__ import annotations

import os
import random
import re
import signal
import termios
import time
from contextlib import suppress
from pathlib import Path

import pytest

from reliability.figures import count, tell
from reliability.place import ITEMS, Place
from reliability.terminal import Terminal
from vade.tui.leaving import LONGEST

pytestmark = pytest.mark.slow

TURNS = count(3, 200)
SHOWN = re.compile(r"(pass|fail|n/a) +Item (\d\d)")
MODES = (b"\x1b[?1049", b"\x1b[?1000", b"\x1b[?1003", b"\x1b[?1006", b"\x1b[?2004")
"""The alternate screen, the mouse and the paste mode: set with `h`, given back with `l`."""
CLOSED = 0
"""In the place of a signal: the terminal goes away."""


def answer_until(terminal: Terminal, random_: random.Random) -> None:
    """Answer some items in a hurry, and stop in the middle of it."""
    for _ in range(random_.randrange(1, 8)):
        terminal.send(random_.choice(("p", "p", "pp", "ppp", "]", "jp")))
        for _ in range(random_.randrange(3)):
            terminal.read(random_.random() / 20)
    if random_.random() < 0.3:
        terminal.send("f")
        terminal.shows("Why does it fail?")
        terminal.send("because\r"[: random_.randrange(1, 9)])
    terminal.read(random_.random() / 10)


def strike(terminal: Terminal, how: int) -> int:
    """Do it to the process; return the exit status as a shell counts it."""
    if how == CLOSED:
        while terminal.read(0):
            pass
        os.close(terminal.master)
        os.close(terminal.slave)
        code = terminal.process.wait(60)
        return code if code >= 0 else 128 - code
    with suppress(ProcessLookupError):
        terminal.process.send_signal(how)
    return terminal.ended(60)


def states(place: Place, review: str) -> dict[str, str]:
    """What the database says of each item, by its number; the file must be sound."""
    here = place.desk()
    assert not here.notices
    found = {i.title[-2:]: str(i.answer.state) for i in here.get(review).items}
    assert here.store.connection.raw.execute("pragma integrity_check").fetchone()[0] == "ok"
    here.store.close()
    return found


def lost(place: Place, review: str, text: str) -> list[str]:
    """The answers that the screen showed and the database does not have."""
    found = states(place, review)
    assert len(found) == ITEMS
    shown = {number: state for state, number in SHOWN.findall(text)}
    return [n for n, state in shown.items() if found[n] != state]


def given_back(terminal: Terminal) -> bool:
    """Whether every mode that was set was given back, and the terminal reads lines again."""
    raw = bytes(terminal.raw)
    left = [m for m in MODES if raw.rfind(m + b"h") > raw.rfind(m + b"l")]
    return not left and terminal.restored


def state_of(terminal: Terminal) -> str:
    """The process's state as the kernel names it: `T` is stopped."""
    stat = Path(f"/proc/{terminal.process.pid}/stat").read_text("utf-8")
    return stat.rpartition(")")[2].split()[0]


@pytest.mark.parametrize(
    "how",
    [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT, CLOSED],
    ids=["kill", "term", "hup", "int", "closed"],
)
def test_answers_that_the_screen_showed_are_kept(place: Place, how: int) -> None:
    random_ = random.Random(how)
    for turn in range(TURNS):
        review = place.begin().id
        with place.reviewing() as terminal:
            answer_until(terminal, random_)
            status = strike(terminal, how)
            assert status == 128 + (how or signal.SIGHUP)
            assert lost(place, review, terminal.text) == [], f"turn {turn}"
            if how not in {signal.SIGKILL, CLOSED}:
                assert given_back(terminal), bytes(terminal.raw[-300:])
    tell("kill-screens", TURNS)


@pytest.mark.parametrize(
    "how",
    [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, CLOSED],
    ids=["term", "hup", "int", "closed"],
)
def test_a_terminal_is_given_back_however_early_the_end_comes(place: Place, how: int) -> None:
    random_ = random.Random(how)
    for turn in range(count(4, 100)):
        with place.screens() as terminal:
            for _ in range(random_.randrange(1, 30)):
                terminal.read(0.05)
            status = strike(terminal, how)
            assert status == 128 + (how or signal.SIGHUP), f"turn {turn}: {terminal.text}"
            assert how == CLOSED or given_back(terminal), bytes(terminal.raw[-300:])


@pytest.mark.parametrize("stop", [signal.SIGSTOP, signal.SIGTSTP, None], ids=["stop", "tstp", "no"])
def test_screens_that_are_woken_take_the_terminal_again(place: Place, stop: int | None) -> None:
    """Whoever stopped them, and also where nobody did: `timeout` wakes what it ends."""
    place.begin()
    with place.reviewing() as terminal:
        for turn in range(count(2, 20)):
            if stop is not None:
                terminal.process.send_signal(stop)
                terminal.until(lambda _: "T" in state_of(terminal))
                assert stop == signal.SIGSTOP or given_back(terminal), terminal.raw[-300:]
            began = len(terminal.raw)
            terminal.process.send_signal(signal.SIGCONT)
            terminal.until(lambda _, n=began: b"Item 19" in terminal.raw[n:])
            terminal.send("p")
            terminal.until(lambda text, n=turn: f"pass        Item {n:02}" in text)
        terminal.leave()
        assert given_back(terminal), bytes(terminal.raw[-300:])
    tell("kill-screens", count(2, 20))


def test_an_end_and_a_wake_at_once_are_an_end(place: Place) -> None:
    """As `timeout 5 vade` does it."""
    place.begin()
    with place.reviewing() as terminal:
        terminal.process.send_signal(signal.SIGTERM)
        terminal.process.send_signal(signal.SIGCONT)
        assert terminal.ended() == 128 + signal.SIGTERM
        assert given_back(terminal), bytes(terminal.raw[-300:])
    tell("kill-screens", 1)


def test_a_signal_ends_what_a_stopped_terminal_holds_up(place: Place) -> None:
    """Ctrl+S while an editor comes or goes stops the output, and what paints waits for ever."""
    review = place.begin().id
    with place.reviewing() as terminal:
        terminal.send("p")
        terminal.until(lambda text: "pass        Item 00" in text)
        shown = terminal.text
        termios.tcflow(terminal.slave, termios.TCOOFF)
        for _ in range(60):
            terminal.send("\x1b[B\x1b[A")
            terminal.read(0.02)
        assert strike(terminal, signal.SIGTERM) == 128 + signal.SIGTERM
        assert terminal.restored
        termios.tcflow(terminal.slave, termios.TCOON)
    assert lost(place, review, shown) == []
    tell("kill-screens", 1)


def test_a_signal_waits_for_the_editor(place: Place) -> None:
    begun = place.home / "begun"
    editor = place.script("editor.sh", f': > "{begun}"\nread line')
    place.begin()
    with place.reviewing(EDITOR=str(editor)) as terminal:
        terminal.send("a")
        terminal.shows("notes, Markdown")
        terminal.send("\x0f")
        terminal.until(lambda _: begun.exists())
        terminal.process.send_signal(signal.SIGTERM)
        began = time.monotonic()
        while time.monotonic() - began < LONGEST + 1:
            terminal.read()
        assert terminal.running
        terminal.send("done\r")
        assert terminal.ended() == 128 + signal.SIGTERM
        assert given_back(terminal), bytes(terminal.raw[-300:])
    tell("kill-screens", 1)
