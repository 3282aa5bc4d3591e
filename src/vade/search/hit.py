"""What a search answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from vade.library.entry import Entry

__all__ = ["Excerpt", "Group", "Hit", "Results"]


class Excerpt(NamedTuple):
    """The line of an entry that matches best."""

    text: str
    matches: tuple[tuple[int, int], ...] = ()
    """Half-open spans of `text` in code points."""
    line: int = 0
    """1-based line in the entry's file; 0 where unknown."""
    code: bool = False
    """Whether the line stands in a code fence."""


class Hit(NamedTuple):
    """One entry found."""

    entry: Entry
    score: float
    excerpt: Excerpt
    title_matches: tuple[tuple[int, int], ...] = ()
    partial: bool = False
    """Whether only some of the words match."""


class Group(NamedTuple):
    """The hits of one subject: its page first, its patterns, principles and checks under it."""

    title: str
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """All that one query found, best first."""

    query: str
    hits: tuple[Hit, ...] = ()
    groups: tuple[Group, ...] = ()
    """The same hits by subject, in the order of each group's best."""
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """How many hits by `kind`, `lang`, `area` and `pack`."""
    notes: tuple[str, ...] = ()
    """Things to say plainly: words cut, the index rebuilt."""
    suggestion: str = ""
    """What was probably meant, where nothing matched; the hits are then of this query."""
