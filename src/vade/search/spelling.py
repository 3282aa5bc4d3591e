"""Two words that are mostly written as one: "web hooks" for webhooks, "log in" for login."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from vade.search.language import Query, Term
from vade.search.part import Part

__all__ = ["joined"]

_LIKELIER = 2
"""How much more often the one word must stand in the entries than the two."""
_FEWEST = 3


def joined(parts: Sequence[Part], query: Query) -> Query:
    """Return the query with each such pair as the one word that the entries have."""
    for one, two in pairwise(query.terms):
        if _alone(one) and _alone(two) and not one.glue & two.glue:
            whole = one.words[0][0] + two.words[0][0]
            if _written_as_one(parts, one, two, whole):
                term = replace(two, words=((whole,),))
                kept = [term if t is two else t for t in query.terms if t is not one]
                return replace(query, terms=tuple(dict.fromkeys(kept)))
    return query


def _alone(term: Term) -> bool:
    return term.plain and len(term.words[0]) == 1 and term.words[0][0].isalpha()


def _written_as_one(parts: Sequence[Part], one: Term, two: Term, whole: str) -> bool:
    found = sum(part.frequency(whole) for part in parts)
    if found < _FEWEST:
        return False
    apart = replace(two, words=(*one.words, *two.words), phrase=True)
    return found > _LIKELIER * sum(len(part.match(apart)) for part in parts)
