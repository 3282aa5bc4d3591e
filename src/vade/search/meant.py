"""Did you mean: words that nobody wrote, replaced by near ones that somebody did."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from heapq import nsmallest

from vade.search.language import Query, Term
from vade.search.part import Part
from vade.search.table import Table
from vade.search.table.layout import SHORTEST, grams
from vade.search.typos import distance, distance_of_beginning

__all__ = ["meant"]

_FEW = 4
"""With more words than these, only what nobody wrote is taken for misspelt."""
_SELDOM, _LIKELIER = 2, 10
"""A word in so few entries may be a slip itself; then one so much more frequent is meant."""
_LONG = 6
"""A word of so many letters may hold two slips."""
_BROKEN = 3
_LONGER = 99
_MOST_LOOKED_AT = 120


def meant(parts: Sequence[Part], query: Query, *, sure: bool = False) -> Query | None:
    """Return the query with each unknown word replaced; None where nothing is near.

    Args:
        parts: All parts of the index.
        query: What was asked.
        sure: Whether only long words are replaced, and by what is one slip away: for words that
            no entry has together, which say nothing for each other.
    """
    terms: list[Term] = []
    changed = False
    few = len(query.wanted) <= _FEW
    for term in query.terms:
        known = 0 if term.negated or term.phrase else _known(parts, term)
        right = term.negated or term.phrase or known > (_SELDOM if few else 0)
        most = 0 if right else _most_slips(term.words[0][0], sure=sure)
        near = _near(parts, term, most, _LIKELIER * known) if most else ""
        changed = changed or bool(near)
        terms.append(replace(term, words=((near,),), prefix=False) if near else term)
    if not changed:
        return None
    return replace(query, text=_text(terms, query), terms=tuple(terms))


def _known(parts: Sequence[Part], term: Term) -> int:
    return sum(len(part.match(term)) for part in parts)


def _most_slips(word: str, *, sure: bool) -> int:
    """How many slips a word may hold; none where it is short or a number."""
    if len(word) < SHORTEST or word.isdigit():
        return 0
    if len(word) < _LONG:
        return 0 if sure else 1
    return 1 if sure else 2


def _near(parts: Sequence[Part], term: Term, most: int, least: int) -> str:
    """The nearest word, frequent ones before rare ones.

    Args:
        parts: All parts of the index.
        term: What was typed.
        most: How many slips it may hold.
        least: How many entries must have the word.
    """
    word = term.words[0][0]
    best, best_cost = "", float(most) + 0.5
    counts: dict[str, int] = {}
    for part in parts:
        for number in _candidates(part.table, word, most, prefix=term.prefix):
            found = part.table.words[number].decode()
            counts[found] = counts.get(found, 0) + part.table.frequency(number)
    for found, count in counts.items():
        if count < least or found == word:
            continue
        cost = _cost(word, found, most, prefix=term.prefix) - min(count, 40) / 100
        if cost < best_cost:
            best, best_cost = found, cost
    return best


def _cost(word: str, found: str, most: int, *, prefix: bool) -> float:
    if prefix and len(found) > len(word):
        return distance_of_beginning(word, found, most) + 0.1
    return distance(word, found, most)


def _candidates(table: Table, word: str, most: int, *, prefix: bool) -> Iterable[int]:
    """The words that share the most pairs of letters with `word`, of these the nearest in length.

    A slip breaks two pairs, two letters that changed places break three. A long word has many pairs
    by chance.
    """
    wanted = grams(word, whole=not prefix)
    least = max(2, len(wanted) - _BROKEN * most)
    lengths = range(len(word) - most, (_LONGER if prefix else len(word) + most) + 1)
    near = [
        (-shared, abs(length - len(word)), number)
        for number, shared in table.sharing(wanted).items()
        if shared >= least and (length := table.words.length(number)) in lengths
    ]
    return [number for *_, number in nsmallest(_MOST_LOOKED_AT, near)]


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
