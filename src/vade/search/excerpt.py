"""The line of an entry that shows best why it was found."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vade.search.hit import Excerpt
from vade.search.marks import Marker, Span
from vade.search.table import Shown

__all__ = ["Excerpts"]

_WIDTH = 160
_MOST_PLACES = 24
"""On how many lines of an entry each word is looked for."""
_NO_LINE = (0, 0)
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
        start, end, spans = self._best(body, low)
        if not spans:
            first, code = (entry.summary, False) if entry.summary else _first(body)
            return _cut(first, (), entry.line, code=code)
        line = entry.line + body.count("\n", 0, start)
        return _cut(body[start:end], spans, line, code=_in_code(body, start))

    def _best(self, body: str, low: str) -> tuple[int, int, tuple[Span, ...]]:
        """Return where the best line begins and ends, and what matches in it."""
        marker = self.marker
        lines = self._hopeful(low)
        if len(lines) == 1:
            start, end, _ = lines[0]
            return start, end, marker.spans(body[start:end], low[start:end])
        best: tuple[float, int, int, tuple[Span, ...]] = (0.0, 0, 0, ())
        for start, end, promise in lines:
            if promise <= int(best[0]):
                break
            spans = marker.spans(body[start:end], low[start:end])
            worth = marker.worth(body[start:end], spans)
            if worth > best[0]:
                best = (worth, start, end, spans)
            if worth >= marker.most:
                break
        return best[1:]

    def _hopeful(self, low: str) -> list[tuple[int, int, int]]:
        """Return where promising lines begin and end, and how many words they promise, most first.

        Each word is looked up by itself: `str.find` reads ten times as fast as a pattern does.
        """
        lines: dict[int, tuple[int, int]] = {}
        for must, find in self.marker.finders:
            if must not in low:
                continue
            at, left = find(low, 0), _MOST_PLACES
            while at >= 0 and left:
                start, end = low.rfind("\n", 0, at) + 1, low.find("\n", at)
                end = len(low) if end < 0 else end
                lines[start] = end, lines.get(start, _NO_LINE)[1] + 1
                at, left = find(low, end), left - 1
                if self.marker.most == 1:
                    break
        if len(lines) < 2:
            return [(start, end, words) for start, (end, words) in lines.items()]
        found = sorted((-words, start, end) for start, (end, words) in lines.items())
        return [(start, end, -words) for words, start, end in found[:_MOST_LINES]]


def _first(body: str) -> tuple[str, bool]:
    """The first line that says something, and whether it stands in a fence."""
    inside = False
    for line in body.split("\n"):
        if _FENCE.match(line):
            inside = not inside
        elif line.strip():
            return line, inside
    return "", False


def _in_code(body: str, at: int) -> bool:
    if body.find("```", 0, at) < 0 and body.find("~~~", 0, at) < 0:
        return False
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
