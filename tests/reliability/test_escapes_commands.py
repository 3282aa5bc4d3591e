"""Every command in a pseudo-terminal, in a project full of escapes: only ours come through."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from reliability.figures import tell
from reliability.place import Place
from reliability.poison import NAME, POISON, foreign, infect
from reliability.terminal import Terminal

pytestmark = pytest.mark.slow

BAD = POISON.replace("\0", "")
READING = (
    ("search", "item"),
    ("search", BAD),
    ("search", "item", "--json"),
    ("search", "item", "--kind", BAD),
    ("list",),
    ("list", "check"),
    ("list", BAD),
    ("show", BAD),
    ("copy", BAD),
    ("route", "item other area"),
    ("library", "list", "--documents"),
    ("library", "check"),
    ("library", "check", f"./{NAME}"),
    ("library", "add", f"./{NAME}"),
    ("library", "remove", BAD),
    ("paths",),
    ("config", "show"),
    ("config", "check"),
    ("new", "agent", BAD),
    ("new", BAD, "x"),
    ("completion", BAD),
    (f"--{BAD}",),
    (BAD, "--nothing"),
    ("review", BAD),
    ("review", "list"),
    ("review", "list", "--json"),
    ("review", "todo"),
    ("review", "show", BAD),
    ("review", "compare"),
    ("review", "import", "docs/reviews/2026-01-01-a-b.md"),
    ("review", "import", f"docs/reviews/2026-01-02-{NAME}.md"),
    ("review", "import", f"docs/reviews/{NAME}.md"),
    ("review", "gate", "docs/reviews/2026-01-01-a-b.md"),
    ("review", "gate", f"docs/reviews/2026-01-02-{NAME}.md"),
    ("review", "start", BAD),
    ("--pack", f"./{NAME}", "list"),
)


def reviewing(place: Place) -> Iterator[tuple[str, ...]]:
    """The verbs of a review, in their order, with the ids that the review has."""
    found = place.run("list", "check", "--json").stdout
    checks = re.findall(r'"id": "([^"]*review-checklist[^"]*item[^"]*)"', found)
    yield ("show", checks[0])
    checklist = checks[0].rpartition("/")[0]
    yield ("review", "start", checklist)
    yield ("review", "show")
    yield ("review", "answer", "other", "fail", "--reason", BAD, "--notes", BAD)
    yield ("review", "answer", "other", "--evidence", "source.py:2")
    yield ("review", "answer", "other", "--evidence", f"source{NAME}.py:2")
    yield ("review", "answer", "other", "--evidence", f"{NAME}:1")
    yield ("review", "answer", BAD, "pass")
    yield ("review", "answer", "other", BAD)
    yield ("review", "undo")
    yield ("review", "redo")
    for form in ("md", "json", "html", "sarif", "pr"):
        yield ("review", "export", "--format", form, "--output", "-")
    yield ("review", "export")
    yield ("review", "export", "--output", f"./{NAME}/x")
    yield ("review", "compare")
    yield ("review", "finish")
    yield ("review", "gate", "--last")
    yield ("review", "move", f"/{NAME}")
    yield ("review", "list", "--all")


def let_through(place: Place, *args: str) -> list[str]:
    """Run a command on a terminal; return what came through and is not ours."""
    env = {**place.env, "PAGER": "cat", "USER": f"u{BAD}"}
    with Terminal(place.command(*args), place.shop, env) as terminal:
        terminal.ended()
        assert b"Traceback" not in terminal.raw, terminal.text
        return foreign(bytes(terminal.raw), screens=False)


def test_no_command_lets_an_escape_through(place: Place) -> None:
    pack = infect(place)
    found = {}
    lines = [*READING, ("--pack", str(pack), "--only", "list")]
    done = 0
    for args in (*lines, *reviewing(place)):
        done += 1
        if through := let_through(place, *args):
            found[args[:3]] = through[:2]
    assert found == {}
    tell("escapes-commands", done)


def test_the_check_would_see_one() -> None:
    assert foreign(b"a\x1b]0;x\x07b", screens=True)
    assert foreign(b"\x1b[2J", screens=True)
    assert foreign("\u202e".encode(), screens=False)
    assert foreign(b"\x1b]52;c;UFdORUQ=\x1b\\", screens=False)
    assert not foreign(b"\x1b[1mbold\x1b[0m\r\n", screens=False)
