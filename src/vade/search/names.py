"""How far an entry's title or one of its aliases is what was asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from vade.search.analysis import stem_of
from vade.search.filler import GLUE
from vade.search.language import Query
from vade.search.record import NAME_END

__all__ = ["Asked", "fit"]

_ALIAS = 0.85
"""What an alias counts beside the title."""
_IN_ORDER = 0.15
"""What is added where a name's words stand in the order that was asked."""
_NOT_YET = 0.6
"""How far a word counts as met that follows the one that is being typed."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The words of a query by part, and what each weighs."""

    words: tuple[str, ...]
    weights: tuple[float, ...]
    """They add up to 1."""
    stems: tuple[str, ...]
    unfinished: bool
    """Whether the last word is a prefix."""
    spoken: bool
    """Whether it is a question: it may hold a whole name and much beside it."""
    beginnings: tuple[str, ...]
    """With what the words begin that a name must hold one of, each after a space."""

    @classmethod
    def of(cls, query: Query, rarity: Sequence[float]) -> Asked:
        """Take the words of `query`, and how rare each of its wanted terms is."""
        words: list[str] = []
        weights: list[float] = []
        for term, weight in zip(query.wanted, rarity, strict=True):
            parts = term.parts
            words += parts
            weights += [weight / len(parts)] * len(parts)
        total = sum(weights) or 1.0
        unfinished = bool(query.wanted) and query.wanted[-1].prefix
        return cls(
            tuple(words),
            tuple(w / total for w in weights),
            tuple(stem_of(w) for w in words),
            unfinished,
            query.spoken,
            _beginnings(words[:-1] if unfinished else words, words[-1:] if unfinished else ()),
        )


def _beginnings(words: Sequence[str], unfinished: Sequence[str]) -> tuple[str, ...]:
    """With what a name must hold a word; the words that say nothing count where no other is."""
    telling = [*(w for w in words if w not in GLUE), *unfinished]
    found = {word[: max(3, len(stem_of(word)) - 1)] for word in telling or words}
    return tuple(f" {beginning}" for beginning in sorted(found))


def fit(head: str, asked: Asked) -> float:
    """Return from 0 to 1 how far the best name of `head` is what was asked."""
    best = 0.0
    seen: set[int] = set()
    for beginning in asked.beginnings:
        at = head.find(beginning)
        while at >= 0:
            begin, end = head.rfind(NAME_END, 0, at) + 1, head.index(NAME_END, at)
            if begin not in seen:
                seen.add(begin)
                fits = _name(*_words_of(head[begin:end]), asked)
                best = max(best, fits * _ALIAS if begin else fits)
            at = head.find(beginning, end)
    return min(best, 1.0)


@lru_cache(maxsize=16384)
def _words_of(name: str) -> tuple[list[str], list[str]]:
    """The words of a name that say something, and their stems."""
    words = name.split()
    words = [word for word in words if word not in GLUE] or words
    return words, [stem_of(word) for word in words]


def _name(words: Sequence[str], stems: Sequence[str], asked: Asked) -> float:
    covered = 0.0
    places: list[int] = []
    for at, weight in enumerate(asked.weights):
        place, likeness = _place(words, stems, asked, at)
        if place >= 0:
            covered += weight * likeness
            places.append(place)
    if not places:
        return 0.0
    every = len(places) == len(asked.words)
    to_come = _to_come(words, places) if every and asked.unfinished else 0.0
    whole = len(set(places)) / (len(words) - to_come)
    if asked.spoken:
        return covered * whole * whole
    in_order = _IN_ORDER if every and places == sorted(places) else 0.0
    return covered * covered * whole * (1 - _IN_ORDER) + in_order * whole


def _to_come(words: Sequence[str], places: Sequence[int]) -> float:
    """How many of a name's words may still be typed: those after an unfinished one, in part."""
    return _NOT_YET * (len(words) - 1 - places[-1])


def _place(words: Sequence[str], stems: Sequence[str], asked: Asked, at: int) -> tuple[int, float]:
    word = asked.words[at]
    if word in words:
        return words.index(word), 1.0
    if asked.stems[at] in stems:
        return stems.index(asked.stems[at]), 0.95
    if asked.unfinished and at == len(asked.words) - 1:
        return _begins(words, word)
    return -1, 0.0


def _begins(words: Iterable[str], prefix: str) -> tuple[int, float]:
    for place, candidate in enumerate(words):
        if candidate.startswith(prefix):
            return place, 0.6 + 0.35 * len(prefix) / len(candidate)
    return -1, 0.0
