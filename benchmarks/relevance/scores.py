"""How often the right subject comes first, or among the first five."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.relevance.questions import Question
from vade.library import Library
from vade.library.entry import Entry, Kind
from vade.search.record import is_page

__all__ = ["Engine", "Score", "missed", "pages_of", "score"]

Engine = Callable[[str], Sequence[str]]
"""A query to the ids of entries, best first."""
_SEEN = 10


@dataclass(frozen=True, slots=True)
class Score:
    """The scores of some questions."""

    count: int
    first: float
    """success@1"""
    five: float
    """success@5"""
    mrr: float
    """The mean reciprocal rank, over the first ten subjects."""


class Subjects:
    """Entries to the subjects that a reader sees them under.

    Every engine's hits are joined by subject as ours are, so that none loses by showing one
    subject five times.
    """

    def __init__(self, library: Library) -> None:
        """Take the library that is searched."""
        self._entries: Mapping[str, Entry] = {e.id: e for e in library.entries}
        self._pages = pages_of(library)
        self._named = {page.subject: name for name, page in self._pages.items()}

    def of(self, entry_id: str) -> str:
        """The page that an entry belongs to, else its own subject and document."""
        entry = self._entries[entry_id]
        if entry.pack == "vade" and entry.document in self._pages:
            return entry.document
        if entry.pack == "vade" and entry.kind not in (Kind.SECTION, Kind.TRIGGER):
            return self._named.get(entry.subject, entry.id)
        return f"{entry.pack}:{entry.document} {entry.subject}"

    def ranks(self, engine: Engine, questions: Iterable[Question]) -> dict[Question, int]:
        """Return for each question the place of the first right subject; 0 where there is none."""
        found = {}
        for question in questions:
            seen = list(dict.fromkeys(self.of(i) for i in engine(question.text)))[:_SEEN]
            places = [seen.index(name) + 1 for name in question.answers if name in seen]
            found[question] = min(places, default=0)
        return found


def pages_of(library: Library) -> dict[str, Entry]:
    """Return our topic pages by name."""
    return {e.document: e for e in library.entries if e.pack == "vade" and is_page(e)}


def score(library: Library, engine: Engine, questions: Sequence[Question]) -> dict[str, Score]:
    """Return the scores of each group of questions, and of `all`."""
    ranks = Subjects(library).ranks(engine, questions)
    groups = dict.fromkeys(q.group for q in questions)
    made = {g: _score([r for q, r in ranks.items() if q.group == g]) for g in groups}
    return {**made, "all": _score(list(ranks.values()))}


def missed(library: Library, engine: Engine, questions: Sequence[Question]) -> dict[Question, int]:
    """Return the questions whose first hit is a wrong one, and where the right one came."""
    ranks = Subjects(library).ranks(engine, questions)
    return {question: rank for question, rank in ranks.items() if rank != 1}


def _score(ranks: Sequence[int]) -> Score:
    count = len(ranks)
    return Score(
        count,
        sum(rank == 1 for rank in ranks) / count,
        sum(1 <= rank <= 5 for rank in ranks) / count,
        sum(1 / rank for rank in ranks if rank) / count,
    )
