"""One immutable part of an index: a Whoosh index and the table beside it, numbered alike."""

from __future__ import annotations

import mmap
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from vade.search.language import Facet, Query, Term
from vade.search.match import Scores, match, narrowed, of_phrase
from vade.search.table import Table

__all__ = ["TABLE", "Part", "mapped"]

TABLE = "table"
"""The file of the table in a part's folder."""
_KEPT, _FEWEST, _MOST = 400_000, 4, 32
"""How many entries are kept of the last terms, and how many terms: the next key asks them again."""


class Part:
    """Some entries, searchable. Whoosh is opened only when a query narrows."""

    def __init__(self, table: Table, opens: Callable[[], Any], dead: Iterable[range] = ()) -> None:
        """Take the table and a function that opens the Whoosh index.

        Args:
            table: The words and the entries.
            opens: Returns the Whoosh index; called once for each part at most.
            dead: The numbers of entries that a later part replaces.
        """
        self.table = table
        self.dead = frozenset(number for span in dead for number in span)
        self._opens = opens
        kept = max(_FEWEST, min(_MOST, _KEPT // (table.count + 1)))
        self.match = lru_cache(maxsize=kept)(self._match)
        self._searcher: Any = None

    @property
    def count(self) -> int:
        """How many entries can be found."""
        return self.table.count - len(self.dead)

    def _match(self, term: Term) -> Scores:
        """Return the living entries that have `term`; nobody may change them, they are kept."""
        return self._living(match(self.table, term))

    def best(self, phrase: Term, enough: int) -> Scores:
        """Return the best living entries that have a phrase: `enough`, if so many have it."""
        return self._living(of_phrase(self.table, phrase, enough + len(self.dead)))

    def frequency(self, word: str) -> int:
        """Return how many entries hold a word as it is, those that were replaced included."""
        found = self.table.words.find(word)
        return self.table.frequency(found) if found >= 0 else 0

    def narrowed(self, term: Term, among: Iterable[int]) -> Scores:
        """Return those of `among` that have a word that begins as `term` does."""
        return narrowed(self.table, term.words[-1][0], among)

    def allowed(self, query: Query) -> set[int] | None:
        """Return the entries that the query's fields and minuses leave over; None for all."""
        phrases = [t for t in query.terms if t.phrase and (t.negated or t.field)]
        if not (query.facets or any(t.negated or t.field for t in query.terms)):
            return None
        kept, dropped = self._planned(query)
        found = set(range(self.table.count)) if kept is None else kept
        found -= dropped
        for term in phrases:
            having = self._in_title(term) if term.field == "title" else set(match(self.table, term))
            found = found - having if term.negated else found & having
        return found - self.dead

    def values(self, field: str) -> list[str]:
        """Return all values of a facet's field, those of entries that were replaced included."""
        from vade.search.plan import values  # noqa: PLC0415

        return values(field, self._open().reader())

    def meant(self, facet: Facet) -> list[str]:
        """Return the values that a facet names; none where it names nothing."""
        from vade.search.plan import meant  # noqa: PLC0415

        return meant(facet, self.values(facet.field))

    def _in_title(self, term: Term) -> set[int]:
        needle = f" {' '.join(term.parts)}{'' if term.prefix else ' '}".encode()
        return {n for n in match(self.table, term) if self.table.has_text(n, needle) == 2}

    def _planned(self, query: Query) -> tuple[set[int] | None, set[int]]:
        from vade.search.plan import plan  # noqa: PLC0415

        searcher = self._open()
        kept, dropped = plan(query, searcher.reader())
        return (
            None if kept is None else set(searcher.docs_for_query(kept)),
            set() if dropped is None else set(searcher.docs_for_query(dropped)),
        )

    def _open(self) -> Any:
        if self._searcher is None:
            self._searcher = self._opens().searcher()
        return self._searcher

    def _living(self, scores: Scores) -> Scores:
        for number in self.dead & scores.keys() if self.dead else ():
            del scores[number]
        return scores


def mapped(path: Path) -> mmap.mmap:
    """Map a table into memory."""
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
