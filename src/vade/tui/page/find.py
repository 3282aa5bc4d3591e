"""Finding text on a page, and marking what a search matched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vade.tui.page.runs import Line

__all__ = ["Mark", "find", "query_words"]

_FIELD = re.compile(r"""-?\w+:("[^"]*"|\S+)|-\S+""")
_QUERY_WORD = re.compile(r'"([^"]+)"?|([^\s"]+)')
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on a page."""

    line: int
    start: int
    """Offset in code points of the line's text."""
    end: int


def query_words(query: str) -> tuple[str, ...]:
    """The words and phrases of a search, without its fields and what it excludes."""
    found = (m.group(1) or m.group(2) for m in _QUERY_WORD.finditer(_FIELD.sub(" ", query)))
    return tuple(word for word in found if len(word) >= _SHORTEST)


def find(lines: Sequence[Line], words: Sequence[str], *, starts: bool = False) -> list[Mark]:
    """Return where any of `words` stands, in order, whatever the case.

    Args:
        lines: The page.
        words: What to look for.
        starts: Whether a match must begin a word.
    """
    if not words:
        return []
    either = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    before = r"(?<![^\W_])" if starts else ""
    pattern = re.compile(f"{before}(?:{either})", re.IGNORECASE)
    return [
        Mark(n, m.start(), m.end())
        for n, line in enumerate(lines)
        for m in pattern.finditer(line.text)
        if m.end() > m.start()
    ]
