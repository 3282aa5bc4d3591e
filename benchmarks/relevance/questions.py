"""Questions with their right answers, as they lie in the `.tsv` files."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path

__all__ = [
    "ANOTHER_STRANGER",
    "HELD_OUT",
    "HELD_OUT_LATER",
    "QUERIES",
    "STRANGERS",
    "Question",
    "read",
]

QUERIES = Path(__file__).parent / "queries.tsv"
HELD_OUT = Path(__file__).parent / "held_out.tsv"
"""Written before any tuning. Its scores and its misses were seen by who tuned later."""
HELD_OUT_LATER = Path(__file__).parent / "held_out_later.tsv"
"""A third, drawn by chance, of what was written later from the titles of the pages alone."""

STRANGERS = Path(__file__).parent / "strangers.tsv"
"""Written by somebody who had seen nothing but the titles of the pages; scored, then looked at."""
ANOTHER_STRANGER = Path(__file__).parent / "another_stranger.tsv"
"""The same by somebody else, when all else was done."""


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody types, and the pages that answer it."""

    group: str
    text: str
    answers: tuple[str, ...]


def read(path: Path, pages: Container[str]) -> list[Question]:
    """Return the questions of a file that one of `pages` answers."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        group, text, answers = line.split("\t")
        known = tuple(name for name in answers.split() if name in pages)
        if known:
            found.append(Question(group, text, known))
    return found
