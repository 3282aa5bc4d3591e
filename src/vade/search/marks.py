"""Where the words of a query stand in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from vade.search.analysis import lowered, pieces, prefix_end, stem_of
from vade.search.language import Query, Term
from vade.search.table.layout import SHORT

__all__ = ["Finder", "Marker", "Span"]

Span = tuple[int, int]
Finder = tuple[str, Callable[[str, int], int]]
"""What stands in every text with a match, and what takes a text and where to begin to the place of
the next match; -1 where there is none."""
_ENDING = 4
"""How many letters of a word its relatives may differ in, for a quick look."""


@dataclass(frozen=True)
class Marker:
    """Marks what matched. Made once for a query, used on many texts."""

    query: Query
    _known: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    """The spans in each run without a space met so far: a text repeats its words."""

    @cached_property
    def _beginnings(self) -> list[str]:
        words = (
            word
            for term in self.query.wanted
            for word in (*term.parts, *(forms[0] for forms in term.words))
        )
        return sorted({word[: max(3, len(word) - _ENDING)] for word in words if word.strip()})

    @cached_property
    def finders(self) -> list[Finder]:
        """Find in a lowered text, from a place on, where a word may stand; one for each word.

        Where only phrases are wanted, each finds a phrase.
        """
        if not self._words:
            return [(first, _search_of(phrase)) for first, phrase in self._phrases]
        return self._of_beginnings

    @cached_property
    def most(self) -> int:
        """How many different things the finders can find."""
        return len(self.finders)

    @cached_property
    def _of_beginnings(self) -> list[Finder]:
        return [_finder(beginning) for beginning in self._beginnings]

    def spans(self, text: str, low: str = "") -> tuple[Span, ...]:
        """Return the half-open spans of what matches in `text`, merged, in code points.

        Args:
            text: Any text.
            low: The same, lowered, where it is at hand.
        """
        low = low or lowered(text)
        found = [match.span() for _, phrase in self._phrases for match in phrase.finditer(low)]
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
    def _phrases(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        phrases = (term for term in self.query.wanted if term.phrase)
        return tuple((term.parts[0], _pattern(term)) for term in phrases)

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

    def _of_words(self, text: str, low: str) -> list[Span]:
        """Look closely only where a word may stand, and at each word once."""
        found: list[Span] = []
        seen: set[int] = set()
        for must, find in self._of_beginnings:
            if must not in low:
                continue
            at = find(low, 0)
            while at >= 0:
                begin, stop = text.rfind(" ", 0, at) + 1, text.find(" ", at)
                stop = len(text) if stop < 0 else stop
                if begin not in seen:
                    seen.add(begin)
                    run = self._of_run(text[begin:stop])
                    found += [(begin + start, begin + end) for start, end in run]
                at = find(low, max(stop, at + 1))
        return found

    def _of_run(self, run: str) -> tuple[Span, ...]:
        known = self._known.get(run)
        if known is None:
            known = self._known[run] = tuple(self._matching(run))
        return known

    def _matching(self, run: str) -> Iterator[Span]:
        for word, start, end, _ in pieces(run):
            if word in self._exact or stem_of(word) in self._stems:
                yield start, end
            elif self._prefix and word.startswith(self._prefix):
                yield start, prefix_end(run, start, end, self._prefix)


def _pattern(term: Term) -> re.Pattern[str]:
    """A phrase as a lowered text has it: its words in order, nothing but signs between."""
    first, *others = term.parts
    words = r"[\W_]*".join([_at_word(first), *map(re.escape, others)])
    end = "" if term.prefix else r"(?![^\W_])"
    return re.compile(rf"{words}{end}")


def _finder(beginning: str) -> Finder:
    if len(beginning) <= SHORT:
        return beginning, _search_of(re.compile(_at_word(beginning)))
    return beginning, lambda text, at: text.find(beginning, at)


def _search_of(pattern: re.Pattern[str]) -> Callable[[str, int], int]:
    def find(text: str, at: int) -> int:
        match = pattern.search(text, at)
        return match.start() if match else -1

    return find


def _at_word(letters: str) -> str:
    """What matches `letters` where a word begins: they first, as `re` leaps to fixed letters."""
    return rf"{re.escape(letters)}(?<![^\W_]{re.escape(letters)})"


def _merged(found: Sequence[Span]) -> tuple[Span, ...]:
    if len(found) < 2:
        return tuple(found)
    merged: list[Span] = []
    for start, end in sorted(found):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return tuple(merged)
