"""Records as a hand may leave them: each text in them is marked, so that none is lost unseen."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from datetime import UTC, date, datetime

from vade.review.model import (
    Answer,
    Checklist,
    Evidence,
    Item,
    Kept,
    Previous,
    Review,
    Severity,
    State,
)

__all__ = ["MARK", "mutated", "random_review"]

MARK = re.compile(r"(?<![0-9A-Za-z])mark\d+z(?![0-9A-Za-z])")
"""A word that stands once in a record."""
_AT = datetime(2026, 11, 23, 14, 2, 11, tzinfo=UTC)
_HTML = ("<details>", "</details>", "<!--", "-->", "<script>alert(1)</script>", "<b>", "&amp;")
_LINES = (
    "- [ ] **New MARK** · fail", "- [x] MARK", "MARK", "  MARK", "    MARK", "> MARK", "## MARK",
    "Reason: MARK", "  Notes: MARK", "  Owner: MARK", "  Due: MARK", "  Severity: MARK",
    "  Evidence: MARK", "  Last time: MARK", "  Conflict: MARK", "  Answered by MARK",
    "  Also in: MARK", "| MARK |", "```", "~~~", "---", "***", "- MARK", "1. MARK", "# MARK",
    "<<<<<<< HEAD", "=======", ">>>>>>> MARK", "**Pass.** MARK", "# Review of MARK", "\t MARK",
    "  Added by hand:", "vade: 1", "key: MARK",
)  # fmt: skip


class _Marks:
    """Gives every text a word of its own."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, words: str = "") -> str:
        self.count += 1
        return f"{words} mark{self.count}z".strip()


def random_review(chance: random.Random) -> tuple[Review, Callable[[], str]]:
    """Make a review with some items, each in another state; also what makes further marks."""
    mark = _Marks()
    items = tuple(_item(n, mark, chance) for n in range(chance.randint(1, 6)))
    kept = (Kept(chance.choice(["", items[0].id]), mark("kept")),) * chance.randrange(2)
    review = Review(
        id="01TESTTEST",
        project="shop",
        checklists=(Checklist("pack:a/checks", "Checks", "5c1e7a90"),),
        items=items,
        started=_AT,
        reviewer="Ada",
        kept=kept,
        commit="0" * 40,
    )
    return review, mark


def _item(number: int, mark: _Marks, chance: random.Random) -> Item:
    def maybe(words: str) -> str:
        lines = [mark(words) for _ in range(chance.randrange(3))]
        return chance.choice(("\n", "\n\n")).join(lines)

    quote = Evidence("src/a.py", 1, 2, quote=mark("def f():\n    return"))
    answer = Answer(
        state=chance.choice(list(State)),
        reason=maybe("because"),
        notes=maybe("- see"),
        evidence=(quote,) if chance.random() < 0.4 else (),
        owner=mark("Bo") if chance.random() < 0.3 else "",
        due=date(2026, 12, 1) if chance.random() < 0.3 else None,
        severity=chance.choice([None, Severity.MINOR]),
        by="Ada",
        at=_AT,
    )
    name = f"pack:a/checks/item-{number}"
    rivals = (answer, Answer(State.PASS, mark("twice"))) if chance.random() < 0.15 else ()
    previous = Previous(State.FAIL, mark("before"), "Bo") if chance.random() < 0.2 else None
    return Item(
        name,
        mark("Item"),
        mark("Must hold."),
        "abcdef01",
        "pack:a/checks",
        answer=Answer() if rivals else answer,
        rivals=rivals,
        previous=previous,
    )


def mutated(text: str, chance: random.Random, mark: Callable[[], str]) -> bytes:
    """Do one to six things to a record that a hand, a merge or a bad disk does."""
    lines = text.split("\n")
    for _ in range(chance.randint(1, 6)):
        head = 0 if chance.random() < 0.1 else lines.index("", 1) if "" in lines[1:] else 0
        at = chance.randrange(head, len(lines))
        chance.choice(_BY_LINE)(lines, at, chance, mark)
        lines = lines or [""]
    data = "\n".join(lines).encode("utf-8", "surrogateescape")
    match chance.randrange(12):
        case 0:
            data = data.replace(b"\n", b"\r\n")
        case 1:
            data = data[: chance.randrange(len(data) + 1)]
        case 2:
            spoilt = bytearray(data or b" ")
            for _ in range(chance.randint(1, 4)):
                spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
            data = bytes(spoilt)
        case 3:
            data = b"\xef\xbb\xbf" + data
        case 4:
            data = re.sub(rb" <!-- vade [^>]*-->", b"", data, count=chance.randint(1, 3))
    return data


_Lines = list[str]
_Mark = Callable[[], str]


def _tick(lines: _Lines, at: int, chance: random.Random, mark: _Mark) -> None:
    boxes = [n for n, line in enumerate(lines) if "[ ] " in line or "[x] " in line]
    if boxes:
        at = chance.choice(boxes)
        lines[at] = lines[at].replace("[ ]", "[y]").replace("[x]", "[ ]")
        lines[at] = lines[at].replace("[y]", "[x]")


def _delete(lines: _Lines, at: int, chance: random.Random, mark: _Mark) -> None:
    del lines[at : at + chance.choice((1, 1, 2, 8))]


def _twice(lines: _Lines, at: int, chance: random.Random, mark: _Mark) -> None:
    lines[at:at] = lines[at : at + chance.choice((1, 1, 5, 15))]


def _move(lines: _Lines, at: int, chance: random.Random, mark: _Mark) -> None:
    taken = lines[at : at + chance.choice((1, 3, 12))]
    del lines[at : at + len(taken)]
    to = chance.randrange(len(lines) + 1)
    lines[to:to] = taken


def _wrap(lines: _Lines, at: int, chance: random.Random, mark: _Mark) -> None:
    words = lines[at].split(" ")
    cut = chance.randrange(len(words))
    lines[at : at + 1] = [" ".join(words[:cut]), chance.choice(("", "  ")) + " ".join(words[cut:])]


def _html(lines: _Lines, at: int, chance: random.Random, mark: _Mark) -> None:
    cut = chance.randrange(len(lines[at]) + 1)
    lines[at] = lines[at][:cut] + chance.choice(_HTML) + lines[at][cut:]


def _type(lines: _Lines, at: int, chance: random.Random, mark: _Mark) -> None:
    lines.insert(at, chance.choice(_LINES).replace("MARK", mark()))


def _state(lines: _Lines, at: int, chance: random.Random, mark: _Mark) -> None:
    words = [str(s) for s in State]
    found = [n for n, line in enumerate(lines) if any(f"** · {w}" in line for w in words)]
    if found:
        at = chance.choice(found)
        new = chance.choice([*words, "PASS", "passed", "ok", "", "wontfix", mark()])
        lines[at] = re.sub(r"\*\* · [a-z/-]+", f"** · {new}", lines[at])


def _indent(lines: _Lines, at: int, chance: random.Random, mark: _Mark) -> None:
    lines[at] = chance.choice((lines[at].lstrip(), "  " + lines[at], "\t" + lines[at], "> "))


def _retype(lines: _Lines, at: int, chance: random.Random, mark: _Mark) -> None:
    before, after = chance.choice(
        (("- [", "* ["), ("**", ""), (":", " :"), ("·", "-"), ("  ", " "), ("<!-- vade", "<!--"))
    )
    lines[at] = lines[at].replace(before, after)


def _letters(lines: _Lines, at: int, chance: random.Random, mark: _Mark) -> None:
    cut = chance.randrange(len(lines[at]) + 1)
    lines[at] = (
        lines[at][:cut] + chance.choice("\0\x1b\u202e\u2028`*|[]()#\\~'\":") + lines[at][cut:]
    )


_BY_LINE = (
    *(_tick, _delete, _twice, _move, _wrap, _html, _type, _type),
    *(_state, _indent, _retype, _letters),
)
