"""Where the words of a query stand in a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from vade.search.analysis import pieces, prefix_end, stem_of
from vade.search.language import Query

__all__ = ["Marker"]

Span = tuple[int, int]


@dataclass(frozen=True)
class Marker:
    """Marks what matched. Made once for a query, used on many texts."""

    query: Query

    @cached_property
    def _exact(self) -> frozenset[str]:
        wanted = self.query.wanted
        return frozenset(
            form for term in wanted for forms in term.words for form in (forms[0], *forms[1:])
        )

    @cached_property
    def _stems(self) -> frozenset[str]:
        single = (term for term in self.query.wanted if not term.phrase)
        return frozenset(stem_of(forms[0]) for term in single for forms in term.words)

    @cached_property
    def _prefix(self) -> str:
        last = self.query.wanted[-1:]
        return last[0].words[-1][0] if last and last[0].prefix else ""

    def spans(self, text: str) -> tuple[Span, ...]:
        """Return the half-open spans of what matches in `text`, merged, in code points."""
        found: list[Span] = []
        for word, start, end, _ in pieces(text):
            if word in self._exact or stem_of(word) in self._stems:
                found.append((start, end))
            elif self._prefix and word.startswith(self._prefix):
                found.append((start, prefix_end(text, start, end, self._prefix)))
        return _merged(found)

    def worth(self, text: str, spans: Iterable[Span]) -> float:
        """Return how much of the query stands at `spans`: different words count, repeats little."""
        marked = [text[start:end].casefold() for start, end in spans]
        return len(set(marked)) + 0.05 * len(marked)


def _merged(found: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(found):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
