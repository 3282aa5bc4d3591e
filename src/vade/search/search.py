"""Ask the index."""

from __future__ import annotations

import difflib
import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from whoosh import scoring

from vade.library import Library
from vade.library.codec import from_dict
from vade.library.entry import Entry
from vade.search.excerpt import excerpt, spans
from vade.search.hit import Group, Hit, Results
from vade.search.index import Generations, IndexLostError
from vade.search.language import Query, Term, parse
from vade.search.plan import facet_filter, plan

__all__ = ["Search"]

_ENOUGH = 5
"""With fewer entries that have all words, those with some follow."""
_BM25 = {"title_B": 0.3, "label_B": 0.5}
_KIND_WEIGHT = {"topic": 1.3, "pattern": 1.1, "check": 1.0, "section": 0.8, "document": 0.9}


class Search:
    """The full-text index of one library."""

    def __init__(self, folder: Path) -> None:
        """Use the index in `folder`, which need not exist yet."""
        self.generations = Generations(folder)
        self._opened: Any = None

    def is_current(self, stamp: str) -> bool:
        """Whether the index was built of the library that has this stamp."""
        return self.generations.stamp == stamp

    def update(self, library: Library, progress: Callable[[int, int], None] | None = None) -> None:
        """Bring the index up to date with a library."""
        self.generations.build(library, progress)
        self._opened = None

    def query(self, text: str, *, limit: int = 50, typing: bool = False) -> Results:
        """Answer a query.

        Args:
            text: In the language of `vade.search.language`.
            limit: The most hits.
            typing: Whether the last word may be unfinished.

        Raises:
            IndexLostError: the index is missing or damaged.
        """
        began = time.perf_counter()
        query = parse(text, typing=typing)
        try:
            hits, suggestion = self._answer(query, limit)
        except IndexLostError:
            raise
        except Exception as error:
            self._opened = None
            raise IndexLostError(f"the index is damaged ({type(error).__name__})") from error
        return Results(
            query=text,
            hits=tuple(hits),
            groups=_groups(hits),
            facets=_facets(hits),
            notes=query.notes,
            suggestion=suggestion,
            elapsed=time.perf_counter() - began,
        )

    def _answer(self, query: Query, limit: int) -> tuple[list[Hit], str]:
        if self._opened is None:
            self._opened = self.generations.open()
        with self._opened.searcher(weighting=scoring.BM25F(**_BM25)) as searcher:
            hits = self._run(searcher, query, limit, some=False)
            if len(hits) < min(_ENOUGH, limit) and len(query.terms) > 1:
                seen = {hit.entry.id for hit in hits}
                more = self._run(searcher, query, limit, some=True)
                hits += [hit for hit in more if hit.entry.id not in seen][: limit - len(hits)]
            if hits or not query.terms:
                return hits, ""
            meant = _meant(query, searcher.reader())
            if meant is None:
                return [], ""
            return self._run(searcher, meant, limit, some=False), meant.text

    @staticmethod
    def _run(searcher: Any, query: Query, limit: int, *, some: bool) -> list[Hit]:
        planned = plan(query, searcher.reader(), some=some)
        found = searcher.search(planned, limit=limit * 2, filter=facet_filter(query))
        hits = [_hit(query, found.score(n), stored, some) for n, stored in enumerate(found)]
        return sorted(hits, key=lambda hit: -hit.score)[:limit]


def _hit(query: Query, score: float, stored: Mapping[str, Any], partial: bool) -> Hit:
    entry = from_dict(json.loads(stored["entry"]))
    title = spans(entry.title, query)
    weight = _KIND_WEIGHT.get(entry.kind.value, 1.0)
    covered = sum(end - start for start, end in title) / max(1, len(entry.title))
    return Hit(
        entry=entry,
        score=score * weight * (1 + covered),
        excerpt=excerpt(entry, query),
        title_matches=title,
        partial=partial,
    )


def _meant(query: Query, reader: Any) -> Query | None:
    """Replace each unknown word by the nearest one of the index; None where nothing is near."""
    changed = False
    terms: list[Term] = []
    words = [w.decode() if isinstance(w, bytes) else w for w in reader.lexicon("title")]
    for term in query.terms:
        near = [difflib.get_close_matches(w, words, n=1, cutoff=0.75) for w in term.words]
        fixed = tuple(n[0] if n else w for n, w in zip(near, term.words, strict=True))
        changed = changed or fixed != term.words
        terms.append(Term(fixed, term.phrase, term.negated, term.field))
    if not changed:
        return None
    text = " ".join(word for term in terms for word in term.words)
    return Query(text, tuple(terms), query.facets, query.notes)


def _groups(hits: Iterable[Hit]) -> tuple[Group, ...]:
    joined: dict[str, list[Hit]] = {}
    for hit in hits:
        joined.setdefault(hit.entry.subject, []).append(hit)
    return tuple(Group(found[0].entry.title, tuple(found)) for found in joined.values())


def _facets(hits: list[Hit]) -> dict[str, dict[str, int]]:
    def count(value: Callable[[Entry], str]) -> dict[str, int]:
        return dict(Counter(filter(None, (value(hit.entry) for hit in hits))).most_common())

    return {
        "kind": count(lambda e: e.kind.value),
        "lang": count(lambda e: e.language),
        "area": count(lambda e: e.area),
        "pack": count(lambda e: e.pack),
    }
