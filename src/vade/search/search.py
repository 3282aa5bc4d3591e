"""Ask the index."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from vade.search.generations import Generations
from vade.search.hit import Results
from vade.search.language import Query, parse
from vade.search.manifest import IndexLostError
from vade.search.meant import meant
from vade.search.part import Part
from vade.search.place import UnsafePlaceError
from vade.search.rank import Candidate, all_words, some_words, unranked
from vade.search.results import Found, facets, groups, hits
from vade.search.spelling import joined
from vade.search.table import Table
from vade.search.unknown import unknown

if TYPE_CHECKING:
    from vade.library import Library

__all__ = ["Search"]

_ENOUGH = 5
"""With fewer entries that have all words, those with some follow."""
_MOST_PARTIAL = 25
"""As many of them: what has only some of the words is not read to the end."""
Progress = Callable[[int, int], None]


class Search:
    """The full-text index of one library."""

    def __init__(self, folder: Path) -> None:
        """Use the index in `folder`, which need not exist yet and is opened only if it is ours."""
        self.generations = Generations(folder)
        self._parts: tuple[Part, ...] | None = None
        self._in_memory = ""
        self._damaged = False
        self._notes: tuple[str, ...] = ()

    def is_current(self, stamp: str) -> bool:
        """Whether the index was built of the library that has this stamp."""
        if self._in_memory or self._damaged:
            return self._in_memory == stamp
        return self.generations.stamp == stamp

    def update(self, library: Library, progress: Progress | None = None) -> None:
        """Bring the index up to date with a library; build it anew after a query that found damage.

        Where the folder cannot be used, the index is built in memory, and every answer says so.
        """
        self._parts, self._in_memory, self._notes = None, "", ()
        try:
            self.generations.build(library, progress, anew=self._damaged)
            self._parts, self._damaged = self.generations.open(), False
        except (OSError, UnsafePlaceError, IndexLostError) as error:
            self._hold_in_memory(library, error, progress)

    def open(self) -> tuple[Part, ...]:
        """Open the index, if it is not open yet.

        Raises:
            IndexLostError: it is missing or damaged.
            UnsafePlaceError: its folder is not ours alone.
        """
        if self._parts is None:
            self._parts = self.generations.open()
        return self._parts

    def query(self, text: str, *, limit: int = 50, typing: bool = False) -> Results:
        """Answer a query.

        Args:
            text: In the language of `vade.search.language`.
            limit: The most hits.
            typing: Whether the last word may be unfinished.

        Raises:
            IndexLostError: the index is missing or damaged.
        """
        query = parse(text, typing=typing)
        found, suggestion, notes = self._answered(query, limit)
        return Results(
            query=text,
            hits=tuple(hit for _, hit in found),
            groups=groups(found),
            facets=facets(found),
            notes=(*query.notes, *notes, *self._notes),
            suggestion=suggestion,
        )

    def _answered(self, query: Query, limit: int) -> tuple[list[Found], str, tuple[str, ...]]:
        """The hits, what was meant instead, and what is to be said where there are none."""
        try:
            parts = self.open()
            found, suggestion = self._answer(parts, query, limit)
            return found, suggestion, () if found else unknown(parts, query)
        except (IndexLostError, UnsafePlaceError) as lost:
            self._parts, self._damaged = None, True
            raise IndexLostError(lost.message) from lost
        except Exception as error:
            self._parts, self._damaged = None, True
            raise IndexLostError(f"the index was damaged ({type(error).__name__})") from error

    @staticmethod
    def _answer(parts: tuple[Part, ...], query: Query, limit: int) -> tuple[list[Found], str]:
        if not query.wanted:
            left = unranked(parts, query, limit)
            return hits(parts, query, left), ""
        query = joined(parts, query)
        whole = all_words(parts, query, limit)
        suggestion = ""
        if not whole:
            better = meant(parts, query)
            whole = all_words(parts, better, limit) if better else []
            if not whole and not query.asked:
                better = meant(parts, query, sure=True)
            if better:
                query, suggestion = better, better.text
        if query.spoken:
            return _by_score(parts, query, whole, limit), suggestion
        if suggestion and whole:
            return hits(parts, query, whole), suggestion
        found = hits(parts, query, whole)
        if len(whole) < min(_ENOUGH, limit) and len(query.loosened.wanted) > 1:
            more = _others(some_words(parts, query.loosened, limit), whole)
            room = min(_MOST_PARTIAL, limit - len(whole))
            found += hits(parts, query.loosened, more[:room])
        return found, suggestion if found else ""

    def _hold_in_memory(
        self, library: Library, error: Exception, progress: Progress | None
    ) -> None:
        from vade.search.building import build_in_memory  # noqa: PLC0415

        data, index = build_in_memory(library.entries, progress)
        self._parts = (Part(Table(data), lambda: index),)
        self._in_memory = library.stamp
        self._notes = (f"{_reason(error)}; the index is held in memory for now",)


def _by_score(
    parts: tuple[Part, ...], query: Query, whole: list[Candidate], limit: int
) -> list[Found]:
    """Return what has all words and what has some, by score alone: it falls with each word less."""
    loose = query.loosened
    best = sorted(
        _others(some_words(parts, loose, limit), whole)[:_MOST_PARTIAL] + whole,
        key=lambda c: -c.score,
    )
    return hits(parts, loose, best[:limit])


def _others(ranked: list[Candidate], seen: list[Candidate]) -> list[Candidate]:
    known = {(c.part, c.number) for c in seen}
    return [c for c in ranked if (c.part, c.number) not in known]


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"the index folder cannot be written ({error.strerror or type(error).__name__})"
    return getattr(error, "message", str(error))
