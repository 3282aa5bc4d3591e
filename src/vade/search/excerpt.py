"""The line of an entry that shows best why it was found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter

from vade.search.hit import Excerpt
from vade.search.marks import Marker, Span
from vade.search.table import Shown

__all__ = ["Excerpts"]

_WIDTH = 160
_MOST_PLACES = 60
"""Of the places in an entry that may match, how many are looked at."""
_MOST_LINES = 3
"""Of the lines that promise most, how many are looked at closely."""
_FENCE = re.compile(r"^\s*(?:```|~~~)", re.MULTILINE)


@dataclass(frozen=True)
class Excerpts:
    """Finds the best line of entries for one query."""

    marker: Marker

    def of(self, shown: Shown) -> Excerpt:
        """Return the line of an entry that matches best, else its summary or first line."""
        entry, low = shown.entry, shown.lowered
        body = entry.body
        best: tuple[float, int, int, tuple[Span, ...]] = (0.0, 0, 0, ())
        for start, end, promise in self._hopeful(low):
            if promise <= int(best[0]):
                break
            spans = self.marker.spans(body[start:end], low[start:end])
            worth = self.marker.worth(body[start:end], spans)
            if worth > best[0]:
                best = (worth, start, end, spans)
            if worth >= self.marker.most:
                break
        _, start, end, spans = best
        if not spans:
            return _cut(entry.summary or _first(body), (), entry.line, code=False)
        line = entry.line + body.count("\n", 0, start)
        return _cut(body[start:end], spans, line, code=_in_code(body, start))

    def _hopeful(self, low: str) -> Iterator[tuple[int, int, int]]:
        """Yield where promising lines begin and end, and how many words they promise.

        Lines that promise all words come at once, the others when there are no more of those.
        """
        lines: list[tuple[int, int, set[str]]] = []
        seen: set[str] = set()
        end = -1
        for match in islice(self.marker.quick.finditer(low), _MOST_PLACES):
            if match.start() >= end:
                start = low.rfind("\n", 0, match.start()) + 1
                end = low.find("\n", match.start())
                end = len(low) if end < 0 else end
                seen = set()
                lines.append((start, end, seen))
            if match.group() not in seen:
                seen.add(match.group())
                if len(seen) == self.marker.most:
                    yield lines[-1][0], end, len(seen)
        rest = [(s, e, len(words)) for s, e, words in lines if len(words) < self.marker.most]
        rest.sort(key=itemgetter(2), reverse=True)
        yield from rest[:_MOST_LINES]


def _first(body: str) -> str:
    return next((line for line in body.split("\n") if line.strip()), "")


def _in_code(body: str, at: int) -> bool:
    return len(_FENCE.findall(body, 0, at)) % 2 == 1


def _cut(text: str, spans: tuple[Span, ...], line: int, *, code: bool) -> Excerpt:
    """Cut a long line around its first match; the spans move along."""
    if len(text) <= _WIDTH and not (text[:1].isspace() or text[-1:].isspace()):
        return Excerpt(text, spans, line, code)
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
