"""Did you mean: words that nobody wrote, replaced by near ones that somebody did."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from vade.search.language import Query, Term
from vade.search.part import Part
from vade.search.table import Table
from vade.search.typos import distance, distance_of_beginning

__all__ = ["meant"]

_SHORTEST = 3
_MOST_LOOKED_AT = 4000


def meant(parts: Sequence[Part], query: Query) -> Query | None:
    """Return the query with each unknown word replaced; None where nothing is near."""
    terms: list[Term] = []
    changed = False
    for term in query.terms:
        near = "" if term.negated or term.phrase or _known(parts, term) else _near(parts, term)
        changed = changed or bool(near)
        terms.append(replace(term, words=((near,),), prefix=False) if near else term)
    if not changed:
        return None
    return replace(query, text=_text(terms, query), terms=tuple(terms))


def _known(parts: Sequence[Part], term: Term) -> bool:
    return any(part.match(term) for part in parts)


def _near(parts: Sequence[Part], term: Term) -> str:
    """The nearest word, frequent ones before rare ones; nothing for what is short or a number."""
    word = term.words[0][0]
    if len(word) < _SHORTEST or word.isdigit():
        return ""
    most = 1 if len(word) < 6 else 2
    best, best_cost = "", float(most) + 0.5
    counts: dict[str, int] = {}
    for part in parts:
        for number in _candidates(part.table, word, most):
            found = part.table.words[number].decode()
            counts[found] = counts.get(found, 0) + part.table.frequency(number)
    for found, count in counts.items():
        cost = _cost(word, found, most, prefix=term.prefix) - min(count, 40) / 100
        if cost < best_cost:
            best, best_cost = found, cost
    return best


def _cost(word: str, found: str, most: int, *, prefix: bool) -> float:
    if prefix and len(found) > len(word):
        return distance_of_beginning(word, found, most) + 0.1
    return distance(word, found, most)


def _candidates(table: Table, word: str, most: int) -> Iterable[int]:
    """The words that share an unbroken piece with `word`, at about the same place.

    Of three pieces at least one is whole in a word that is two slips away, also where two letters
    changed places across a cut.
    """
    count = min(3, len(word))
    cuts = [len(word) * n // count for n in range(count + 1)]
    shapes = []
    for start, end in pairwise(cuts):
        low, high = max(0, start - most), start + most
        rest = len(word) - end
        tail = f"[^\\n]{{{max(0, rest - most)},}}"
        shapes.append(f"^[^\\n]{{{low},{high}}}{re.escape(word[start:end])}{tail}$")
    pattern = re.compile("|".join(shapes).encode(), re.MULTILINE)
    seen = 0
    for match in pattern.finditer(table.words.blob):
        number = table.words.find(match.group().decode())
        if number >= 0:
            yield number
            seen += 1
            if seen >= _MOST_LOOKED_AT:
                return


def _text(terms: Iterable[Term], query: Query) -> str:
    """Write the corrected query out again."""
    shown = []
    for term in terms:
        words = " ".join(forms[0] for forms in term.words)
        text = f'"{words}"' if term.phrase else words
        field = f"{term.field}:" if term.field else ""
        shown.append(f"{'-' if term.negated else ''}{field}{text}")
    shown += [f"{'-' if f.negated else ''}{f.field}:{f.value}" for f in query.facets]
    return " ".join(shown)
