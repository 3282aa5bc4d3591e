"""The line that a hit shows, in words: without the marks of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from vade.search.hit import Excerpt

__all__ = ["undressed"]

_MARKS = re.compile(
    r"^\s*(?:[-*+]|\d+[.)]|>|#{1,6})\s+(?:\[[ xX]\]\s+)?|^\s+"
    r"|(?<!`)(?P<ticks>`+)(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)|`+"
    r"|\*\*|(?<![\w*])\*(?P<soft>[^\s*`\[](?:[^*`\[]*[^\s*`\[])?)\*(?![\w*])"
    r"|\[(?=[^\[\]]*\]\()|(?<=[^\[\]])\]\([^()\s…]*(?:\)|(?=…?$))"
)
"""What Markdown adds to a line, links' addresses too; `code` and `soft` are what stays inside."""


def undressed(excerpt: Excerpt) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the words of a line and where its matches are then; a line of code stays as it is."""
    text = excerpt.text
    if excerpt.code:
        return text, excerpt.matches
    kept = [True] * len(text)
    for start, end in _marks(text):
        kept[start:end] = [False] * (end - start)
    at = [0, *accumulate(kept)]
    plain = "".join(c for c, keep in zip(text, kept, strict=True) if keep)
    moved = ((at[start], at[end]) for start, end in excerpt.matches)
    return plain, tuple((start, end) for start, end in moved if start < end)


def _marks(text: str) -> Iterator[tuple[int, int]]:
    for found in _MARKS.finditer(text):
        inside = next((name for name in ("code", "soft") if found[name] is not None), None)
        if inside is None:
            yield found.span()
        else:
            yield found.start(), found.start(inside)
            yield found.end(inside), found.end()
