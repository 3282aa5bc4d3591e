"""Random keys, clicks, pastes and sizes on the screens in a pseudo-terminal."""

from __future__ import annotations

import json
import random
import re
import signal

import pytest

from reliability.figures import count, tell
from reliability.place import Place
from reliability.terminal import Terminal

pytestmark = pytest.mark.slow

STEPS = 400
SEEDS = tuple(range(count(2, 100)))
SHOWN = re.compile(r"(pass|fail|n/a|follow-up|unanswered) +Item (\d\d)")
KEYS = (
    *"abcdefghijklmnoprstuvwxyzABCDEFGHIJKLMNOPRSTUVWXYZ0123456789/?*+=<>[]'\"{}:- ,.",
    *("\t", "\r", "\x1b[Z", "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[5~", "\x1b[6~", "\x1b[H"),
    *("\x1b[F", "\x1b", "\x1b", "\x06", "\x10", "\x0e", "\x0f", "\x15", "\x04", "\x13"),
    *("\x1bOP", "\x7f", "\x1b[3~", "漢", "ש", "é", "👍", "e\u0301"),
)
"""All but those that quit; an answer to a question, and a way back, more often than others."""
PASTES = (
    "[@click=app.quit]x[/] \x00\x1b]0;x\x07\n- y\n",
    "src/orders.py:1-2",
    "https://example.org/a[1]",
    "Bo, 2026-12-01",
    "long " * 2000,
)
SIZES = ((1, 1), (1, 1), (2, 40), (60, 2), (60, 16), (80, 24), (100, 30), (200, 60))
HARMLESS = {"EDITOR": "true", "VISUAL": "", "BROWSER": "true", "DISPLAY": "", "TMUX": ""}
"""What the monkey may start: nothing that it could leave behind."""


def act(terminal: Terminal, chance: random.Random) -> None:
    """Do one random thing."""
    kind = chance.random()
    if kind < 0.7:
        terminal.send(chance.choice(KEYS))
    elif kind < 0.78:
        terminal.send(chance.choice(("p", "pp", "f", "r", "]", "j", "jj", "\r")))
    elif kind < 0.93:
        button = chance.choice((0, 0, 0, 2, 64, 65))
        spot = f"{chance.randint(1, 110)};{chance.randint(1, 34)}"
        terminal.send(f"\x1b[<{button};{spot}M\x1b[<{button};{spot}m")
    elif kind < 0.96:
        terminal.send(f"\x1b[200~{chance.choice(PASTES)}\x1b[201~")
    else:
        terminal.resize(*chance.choice(SIZES))
    terminal.read(chance.choice((0, 0, 0.01, 0.05)))


def agrees(place: Place, text: str) -> bool:
    """Whether the answers that a screen shows are those of some review in the database."""
    shown = {number: state for state, number in SHOWN.findall(text)}
    here = place.desk()
    assert not here.notices
    kept = [
        {item.title[-2:]: str(item.answer.state) for item in here.get(review.id).items}
        for review in (*here.reviews(), *here.discarded())
    ]
    assert here.store.connection.raw.execute("pragma integrity_check").fetchone()[0] == "ok"
    here.store.close()
    return not shown or any(shown.items() <= one.items() for one in kept)


def last_words(terminal: Terminal) -> str:
    """What was written behind the screens, without colours."""
    tail = bytes(terminal.raw).rpartition(b"\x1b[?1049l")[2].decode("utf-8", "replace")
    return re.sub(r"\x1b\[[\d;?]*[a-zA-Z]", "", tail)


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_that_a_monkey_does_ends_the_screens_with_an_error(place: Place, seed: int) -> None:
    chance = random.Random(seed)
    place.begin()
    with place.reviewing(**HARMLESS) if seed % 2 else place.screens(**HARMLESS) as terminal:
        terminal.shows("Item 00" if seed % 2 else "Backend Specialist")
        for _ in range(STEPS):
            if not terminal.running:
                break
            act(terminal, chance)
        if terminal.running:
            terminal.resize(100, 30)
            terminal.until(lambda text: agrees(place, text))
            terminal.process.send_signal(signal.SIGTERM)
        status = terminal.ended()
        assert status in {0, 128 + signal.SIGTERM}, last_words(terminal)
        assert b"most recent call last" not in terminal.raw, last_words(terminal)
        assert terminal.restored
    listed = place.run("review", "list", "--json")
    assert listed.returncode in {0, 1}, listed.stderr  # 1: there is none
    assert json.loads(listed.stdout)["vade"] == 1
    tell("monkey", 1)
