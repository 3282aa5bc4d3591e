"""Which entries answer a query, in which order.

An entry's score is what its words say (weighted by how rare each is), times how far its title or
one of its other names is what was asked.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence
from typing import NamedTuple

from vade.search.language import Query, Term
from vade.search.match import Scores
from vade.search.names import Asked, fit
from vade.search.part import Part
from vade.search.table.layout import SHORT

__all__ = ["Candidate", "all_words", "some_words", "unranked"]

_CLOSELY, _MANY = 80, 3000
"""How many of the best are looked at closely; among so many entries, twice as many of those that
have every word."""
_MOST_NARROWED = 3000
_BY_NAME = 2.2
"""How much more an entry counts whose name is exactly what was asked."""
_INTENT = 0.4
"""What a word of intent counts in a question beside others as rare."""
_MOST_EACH = 1500
"""The best entries of each word, where not all words are needed."""


class Candidate(NamedTuple):
    """An entry that answers, and how well."""

    score: float
    part: int
    number: int
    partial: bool = False
    """Whether it is known only to have some of the words."""


def all_words(parts: Sequence[Part], query: Query, limit: int) -> list[Candidate]:
    """Return the best entries that have every word."""
    allowed = [part.allowed(query) for part in parts]
    both = zip(parts, allowed, strict=True)
    terms = query.wanted
    lone = len(terms) == 1 and terms[0].phrase and not terms[0].prefix
    found = [
        _having_phrase(part, terms[0], limit)
        if lone and kept is None
        else _having_all(part, terms, kept)
        for part, kept in both
    ]
    rarity = _rarity(parts, [counts for _, counts in found])
    totals = [_weighed(lists, rarity) for lists, _ in found]
    return _closely(parts, totals, Asked.of(query, rarity), limit)


def some_words(parts: Sequence[Part], query: Query, limit: int) -> list[Candidate]:
    """Return the best entries that have some of the words: the more and the rarer, the better."""
    lists = [[_best(part.match(term)) for term in query.wanted] for part in parts]
    rarity = _rarity(parts, [[len(scores) for scores in each] for each in lists])
    if query.spoken:
        rarity = _telling(query.wanted, rarity, lists)
    total = sum(rarity) or 1.0
    totals: list[dict[int, float]] = []
    for part, each in zip(parts, lists, strict=True):
        kept = part.allowed(query)
        said = _said(each, rarity)
        if kept is not None:
            said = {n: value for n, value in said.items() if n in kept}
        totals.append(
            {n: v.real / 255 / total * math.sqrt(v.imag / total) for n, v in said.items()}
        )
    return _closely(parts, totals, Asked.of(query, rarity), limit, partial=True)


def _said(lists: Sequence[Scores], rarity: Sequence[float]) -> dict[int, complex]:
    """Return what all words say about each entry that has some, and how rare those are together.

    Both are sums over the same words, so one complex number holds them: the loop is what a query of
    common words takes its time for.
    """
    sums: dict[int, complex] = {}
    for scores, weight in zip(lists, rarity, strict=True):
        says = [complex(weight * value, weight) for value in range(256)]
        known = sums.get
        sums.update([(n, known(n, 0j) + says[value]) for n, value in scores.items()])
    return sums


def unranked(parts: Sequence[Part], query: Query, limit: int) -> list[Candidate]:
    """Return what a query without words leaves over, in the order of the library."""
    found = []
    for index, part in enumerate(parts):
        kept = part.allowed(query) or ()
        found += [Candidate(0.0, index, number) for number in sorted(kept)]
    return found[:limit]


def _having_all(
    part: Part, terms: Sequence[Term], kept: set[int] | None
) -> tuple[list[Scores], list[int]]:
    """Return what each term says about the entries that have all, and how many have each."""
    late = [t for t in terms[-1:] if _short(t) and (len(terms) > 1 or kept is not None)]
    lists = [part.match(term) for term in terms if term not in late]
    counts = [len(scores) for scores in lists]
    rarest: Scores | None = min(lists, key=len) if lists else None
    common = set(kept or () if rarest is None else rarest)
    for scores in lists:
        common &= scores.keys()
    if kept is not None:
        common &= kept
    for term in late:
        scores = part.narrowed(term, _among(common, lists))
        lists.append(scores)
        counts.append(part.count // 4)
        common &= scores.keys()
    return [{n: scores[n] for n in common} for scores in lists], counts


def _having_phrase(part: Part, phrase: Term, limit: int) -> tuple[list[Scores], list[int]]:
    """Return what a phrase says about its best entries, as nothing else is wanted of them."""
    scores = part.best(phrase, _depth(part, limit))
    return [scores], [len(scores)]


def _short(term: Term) -> bool:
    return term.prefix and not term.phrase and len(term.words[-1][0]) <= SHORT


def _among(common: set[int], lists: Sequence[Scores]) -> set[int]:
    """The entries in which a short prefix is looked for: the best, where there are many."""
    if len(common) <= _MOST_NARROWED or not lists:
        return common
    rarest = min(lists, key=len)
    return set(heapq.nlargest(_MOST_NARROWED, common, key=rarest.__getitem__))


def _rarity(parts: Sequence[Part], counts: Sequence[Sequence[int]]) -> list[float]:
    """How much each term says: the rarer, the more."""
    every = sum(part.count for part in parts)
    sums = [sum(column) for column in zip(*counts, strict=True)]
    return [math.log(1 + (every + 1) / (n + 1)) for n in sums]


def _telling(
    terms: Sequence[Term], rarity: Sequence[float], lists: Sequence[Sequence[Scores]]
) -> list[float]:
    """How much each word of a question says: rare ones that some entry is about say most.

    Rarity alone would follow the chatter: nothing is rarer than "really" in technical text, and no
    entry has it in its name.
    """
    columns = zip(*lists, strict=True)
    most = [max(max(found.values(), default=0) for found in column) for column in columns]
    return [
        weight * (best / 255) ** 2 * (_INTENT if term.weak else 1.0)
        for term, weight, best in zip(terms, rarity, most, strict=True)
    ]


def _weighed(lists: Sequence[Scores], rarity: Sequence[float]) -> dict[int, float]:
    total = 255 * sum(rarity)
    if len(lists) == 1:
        return {n: value / 255 for n, value in lists[0].items()}
    return {
        n: sum(w * scores[n] for w, scores in zip(rarity, lists, strict=True)) / total
        for n in lists[0]
    }


def _best(scores: Scores) -> Scores:
    if len(scores) <= _MOST_EACH:
        return scores
    best = sorted(scores, key=scores.__getitem__, reverse=True)[:_MOST_EACH]  # nearly in order
    return {n: scores[n] for n in best}


def _closely(
    parts: Sequence[Part],
    totals: Sequence[dict[int, float]],
    asked: Asked,
    limit: int,
    *,
    partial: bool = False,
) -> list[Candidate]:
    best = []
    for index, scores in enumerate(totals):
        head = parts[index].table.head
        depth = max(_CLOSELY, limit) if partial else _depth(parts[index], limit)
        for number in heapq.nlargest(depth, scores, key=scores.__getitem__):
            score = scores[number] * (1 + _BY_NAME * fit(head(number), asked))
            best.append((-score, index, number))
    best.sort()
    return [Candidate(-score, part, number, partial) for score, part, number in best[:limit]]


def _depth(part: Part, limit: int) -> int:
    """How many of the best that have every word are looked at closely."""
    return max(2 * _CLOSELY if part.count >= _MANY else _CLOSELY, limit)
