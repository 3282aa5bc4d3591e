"""Where the words of a query stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from vade.search.analysis import CHUNK, lowered, pieces, prefix_end, stem_of
from vade.search.language import Query, Term
from vade.search.table.layout import SHORT

__all__ = ["Marker", "Span"]

Span = tuple[int, int]
_AT_WORD = r"(?<![^\W_])"
_ENDING = 4
"""How many letters of a word its relatives may differ in, for a quick look."""


@dataclass(frozen=True)
class Marker:
    """Marks what matched. Made once for a query, used on many texts."""

    query: Query
    _known: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    """The spans in each word met so far: a text repeats its words."""

    @cached_property
    def _beginnings(self) -> list[str]:
        words = (
            word
            for term in self.query.wanted
            for word in (*term.parts, *(forms[0] for forms in term.words))
        )
        return sorted({word[: max(3, len(word) - _ENDING)] for word in words})

    @cached_property
    def quick(self) -> re.Pattern[str]:
        """Matches a lowered text wherever a word of the query may stand."""
        choices = [
            _AT_WORD + re.escape(b) if len(b) <= SHORT else re.escape(b) for b in self._beginnings
        ]
        return re.compile("|".join(choices) or r"(?!)")

    @cached_property
    def most(self) -> int:
        """How many different words `quick` can see."""
        return len(self._beginnings)

    def spans(self, text: str, low: str = "") -> tuple[Span, ...]:
        """Return the half-open spans of what matches in `text`, merged, in code points.

        Args:
            text: Any text.
            low: The same, lowered, where it is at hand.
        """
        low = low or lowered(text)
        found = [span for phrase in self._phrases for span in _of_pattern(phrase, low)]
        if self._exact:
            found += self._of_words(text, low)
        return _merged(found)

    def worth(self, text: str, spans: Iterable[Span]) -> float:
        """Return how much of the query stands at `spans`: different words count, repeats little."""
        marked = [text[start:end].casefold() for start, end in spans]
        return len(set(marked)) + 0.05 * len(marked)

    @cached_property
    def _words(self) -> tuple[Term, ...]:
        return tuple(term for term in self.query.wanted if not term.phrase)

    @cached_property
    def _phrases(self) -> tuple[re.Pattern[str], ...]:
        phrases = (term for term in self.query.wanted if term.phrase)
        return tuple(_pattern(term) for term in phrases)

    @cached_property
    def _exact(self) -> frozenset[str]:
        return frozenset(f for term in self._words for forms in term.words for f in forms)

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(stem_of(forms[0]) for term in self._words for forms in term.words)

    @cached_property
    def _prefix(self) -> str:
        last = self.query.wanted[-1:]
        typed = last and last[0].prefix and not last[0].phrase
        return last[0].words[-1][0] if typed else ""

    def _of_words(self, text: str, low: str) -> Iterator[Span]:
        """Look closely only where the quick look sees something, and at each word once."""
        done = 0
        for match in self.quick.finditer(low):
            if match.start() < done:
                continue
            begin = text.rfind(" ", 0, match.start()) + 1
            done = text.find(" ", match.end())
            done = len(text) if done < 0 else done
            for chunk in CHUNK.finditer(text, begin, done):
                for start, end in self._of_chunk(chunk.group()):
                    yield chunk.start() + start, chunk.start() + end

    def _of_chunk(self, chunk: str) -> tuple[Span, ...]:
        known = self._known.get(chunk)
        if known is None:
            known = self._known[chunk] = tuple(self._matching(chunk))
        return known

    def _matching(self, chunk: str) -> Iterator[Span]:
        for word, start, end, _ in pieces(chunk):
            if word in self._exact or stem_of(word) in self._stems:
                yield start, end
            elif self._prefix and word.startswith(self._prefix):
                yield start, prefix_end(chunk, start, end, self._prefix)


def _pattern(term: Term) -> re.Pattern[str]:
    """A phrase as a lowered text has it: its words in order, nothing but signs between."""
    words = r"[\W_]*".join(re.escape(part) for part in term.parts)
    end = "" if term.prefix else r"(?![^\W_])"
    return re.compile(rf"{_AT_WORD}{words}{end}")


def _of_pattern(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    return (match.span() for match in pattern.finditer(text))


def _merged(found: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(found):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return tuple(merged)
