"""Every screen in a pseudo-terminal, in a project full of escapes: only ours come through."""

from __future__ import annotations

import re

import pytest

from reliability.figures import tell
from reliability.place import Place
from reliability.poison import POISON, foreign, infect

pytestmark = pytest.mark.slow

PASTE = "\x1b[200~" + POISON.replace("\x1b", "") + "\x1b[201~"
TOURS = {
    "library": ("\t", "jjjj", "\r", "jjj", "P", "o", "\x1b", "Y", "*", "\x1b", "b", "jj", "c"),
    "gallery": ("\t", "c", "l", "l", "jj", "d", "]", "y", "\x1b"),
    "packs": ("\t", "L", "jjjj", "\r", "jjj", "e", "\x1b"),
    "reviews": ("\t", "R", "jj", "\r", " ", "j", " ", "c", "\x1b", "t", "s", "f", "e", "\x1b"),
    "help": ("\t", "\x1bOP", "jjjjj", "\x1b", "\x10", "item", "\x1b"),
    "search": (PASTE, "\x15", "item", "\t", "jjj", "\x06", PASTE, "\r", "n", "\x1b"),
    "review": ("\t", "r", "jj", "\r", "p", "f", PASTE, "\r", "v", "source", "\x1b", "a", PASTE,
               "\x1b", "s", "z", "Z", "o", "\x1b", "t", "F", "\x1b", "E", "\x1b"),
    "new": ("\t", "+", "\x1b", "A", PASTE, "\r"),
}  # fmt: skip


def start_review(place: Place) -> None:
    listed = place.run("list", "check", "--json").stdout
    checks = re.findall(r'"id": "([^"]*review-checklist[^"]*/item[^"]*)"', listed)
    checklist = checks[0].rpartition("/")[0]
    done = place.run("review", "start", checklist)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("tour", TOURS)
def test_no_screen_lets_an_escape_through(place: Place, tour: str) -> None:
    infect(place)
    if tour == "review":
        start_review(place)
    with place.screens(packs=True, USER=f"u{POISON}".replace("\0", ""), EDITOR="true") as terminal:
        terminal.shows("search topics")
        terminal.rest()
        for keys in TOURS[tour]:
            terminal.send(keys)
            terminal.rest()
            assert terminal.running, terminal.text
        terminal.leave()
        assert foreign(bytes(terminal.raw), screens=True) == []
        assert b"most recent call last" not in terminal.raw.rpartition(b"?1049l")[2]
    tell("escapes-screens", len(TOURS[tour]))
