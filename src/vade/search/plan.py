"""A query to what Whoosh runs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from whoosh import query as wq

from vade.search.language import Query, Term
from vade.search.schema import TEXT_FIELDS
from vade.search.tokens import stem_of

__all__ = ["expansions", "facet_filter", "plan"]

_MOST_EXPANSIONS = 24
_EXACT, _STEM, _PREFIX = 1.0, 0.6, 0.4


def plan(query: Query, reader: Any, *, some: bool = False) -> wq.Query:
    """Return the query that finds all terms, or some of them.

    Args:
        query: What was asked.
        reader: The index's reader, for the words that a prefix stands for.
        some: Whether one term is enough.
    """
    wanted = [_term(term, reader) for term in query.terms if not term.negated]
    unwanted = [_term(term, reader) for term in query.terms if term.negated]
    joined = _joined(wanted, some=some)
    return wq.AndNot(joined, wq.Or(unwanted)) if unwanted else joined


def facet_filter(query: Query) -> wq.Query | None:
    """Return what `kind:`, `lang:`, `area:` and `pack:` leave over."""
    clauses: list[wq.Query] = []
    for field, value, negated in query.facets:
        clause = wq.Or([wq.Prefix(field, value)])
        clauses.append(wq.Not(clause) if negated else clause)
    if not clauses:
        return None
    return wq.And([wq.Every(), *clauses])


def expansions(reader: Any, field: str, prefix: str) -> list[str]:
    """Return the words of a field that begin with `prefix`, the most frequent first."""
    found = []
    for raw in reader.expand_prefix(field, prefix):
        word = raw.decode("utf-8") if isinstance(raw, bytes) else raw
        found.append((-reader.doc_frequency(field, word), word))
        if len(found) >= 400:
            break
    return [word for _, word in sorted(found)[:_MOST_EXPANSIONS]]


def _joined(clauses: Sequence[wq.Query], *, some: bool) -> wq.Query:
    if not clauses:
        return wq.Every()
    if len(clauses) == 1:
        return clauses[0]
    return wq.Or(list(clauses)) if some else wq.And(list(clauses))


def _term(term: Term, reader: Any) -> wq.Query:
    fields = {term.field: TEXT_FIELDS[term.field]} if term.field else TEXT_FIELDS
    if term.phrase:
        return wq.Or([wq.Phrase(f, list(term.words), boost=w * 2) for f, w in fields.items()])
    word = term.words[0]
    clauses: list[wq.Query] = []
    for field, weight in fields.items():
        clauses.append(wq.Term(field, word, boost=weight * _EXACT))
        clauses.append(wq.Term(f"{field}_stem", stem_of(word), boost=weight * _STEM))
        if term.prefix:
            clauses.extend(_prefixed(reader, field, word, weight))
    return wq.DisjunctionMax(clauses, tiebreak=0.1)


def _prefixed(reader: Any, field: str, word: str, weight: float) -> Iterable[wq.Query]:
    for longer in expansions(reader, field, word):
        if longer != word:
            yield wq.Term(field, longer, boost=weight * _PREFIX)
