"""The line of an entry that shows best why it was found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from vade.library.entry import Entry
from vade.search.analysis import fold
from vade.search.hit import Excerpt
from vade.search.marks import Marker, Span

__all__ = ["Excerpts"]

_WIDTH = 160
_MOST_LINES = 60
"""Of the lines that may match, how many are looked at closely."""
_FENCE = re.compile(r"\s*(```|~~~)")


@dataclass(frozen=True)
class Excerpts:
    """Finds the best line of entries for one query."""

    marker: Marker

    def of(self, entry: Entry) -> Excerpt:
        """Return the line of `entry` that matches best, else its summary or first line."""
        best: tuple[float, str, tuple[Span, ...], int] = (0.0, "", (), 0)
        for number, line in self._hopeful(entry):
            spans = self.marker.spans(line)
            worth = self.marker.worth(line, spans)
            if worth > best[0]:
                best = (worth, line, spans, number)
        _, line, spans, number = best
        if not spans:
            return _cut(entry.summary or _first(entry.body), (), entry.line, code=False)
        code = _in_code(entry.body, number)
        return _cut(line, spans, entry.line + number if entry.body else 0, code=code)

    def _hopeful(self, entry: Entry) -> Iterator[tuple[int, str]]:
        """Yield the lines in which a word of the query can stand, by a quick look."""
        quick, seen = self._quick, 0
        for number, line in enumerate(entry.body.split("\n")):
            plain = line.lower() if line.isascii() else fold(line)
            if quick.search(plain):
                yield number, line
                seen += 1
                if seen >= _MOST_LINES:
                    return

    @cached_property
    def _quick(self) -> re.Pattern[str]:
        beginnings = {
            part[: max(3, len(part) - 4)]
            for term in self.marker.query.wanted
            for part in (*term.parts, *(forms[0] for forms in term.words))
        }
        joined = "|".join(re.escape(b) for b in sorted(beginnings)) or r"(?!)"
        return re.compile(joined)


def _first(body: str) -> str:
    return next((line for line in body.split("\n") if line.strip()), "")


def _in_code(body: str, number: int) -> bool:
    fences = sum(1 for line in body.split("\n")[:number] if _FENCE.match(line))
    return fences % 2 == 1


def _cut(text: str, spans: tuple[Span, ...], line: int, *, code: bool) -> Excerpt:
    """Cut a long line around its first match; the spans move along."""
    begin = len(text) - len(text.lstrip())
    if spans and spans[0][0] - begin > _WIDTH * 2 // 3:
        begin = spans[0][0] - _WIDTH // 3
        dots = "…"
    else:
        dots = ""
    end = min(len(text.rstrip()), begin + _WIDTH)
    more = "…" if end < len(text.rstrip()) else ""
    shift = len(dots) - begin
    inside = tuple(
        (start + shift, min(stop, end) + shift) for start, stop in spans if begin <= start < end
    )
    return Excerpt(f"{dots}{text[begin:end]}{more}", inside, line, code)
