"""Ranked entries to hits, groups and facets."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter

from vade.library.entry import Entry, Kind
from vade.search.excerpt import Excerpts
from vade.search.hit import Group, Hit
from vade.search.language import Query
from vade.search.marks import Marker
from vade.search.part import Part
from vade.search.rank import Candidate
from vade.search.record import is_page
from vade.search.table import Shown

__all__ = ["Found", "facets", "groups", "hits"]

_NAMED = (Kind.TOPIC, Kind.CHECK, Kind.PRINCIPLE)
_FACETS: Mapping[str, Callable[[Entry], str]] = {
    "kind": attrgetter("kind.value"),
    "lang": attrgetter("language"),
    "area": attrgetter("area"),
    "pack": attrgetter("pack"),
}
Found = tuple[Shown, Hit]
"""What a hit was made of, and the hit."""


def hits(parts: Sequence[Part], query: Query, ranked: Iterable[Candidate]) -> list[Found]:
    """Return a hit for each ranked entry, with its excerpt and marks."""
    marker = Marker(query)
    excerpts = Excerpts(marker)
    found = []
    for candidate in ranked:
        shown = parts[candidate.part].table.entry(candidate.number)
        hit = Hit(
            entry=shown.entry,
            score=candidate.score,
            excerpt=excerpts.of(shown),
            title_matches=marker.spans(shown.entry.title),
            partial=candidate.partial,
        )
        found.append((shown, hit))
    return found


def groups(found: Sequence[Found]) -> tuple[Group, ...]:
    """Join the hits of one subject: its page first, the others as they ranked.

    What is called as a page is also called belongs to that page: a check "Environment variables" to
    the page on environment variables and secrets.
    """
    subjects = {hit.entry.subject for _, hit in found if hit.entry.kind in _NAMED}
    pages = {name: shown.group for shown, _ in found for name in subjects & shown.names}
    joined: defaultdict[str, list[Hit]] = defaultdict(list)
    for shown, hit in found:
        entry = hit.entry
        named = pages.get(entry.subject) if pages and entry.kind in _NAMED else None
        joined[named or shown.group].append(hit)
    return tuple(map(_group, joined.values()))


def _group(members: list[Hit]) -> Group:
    ordered = sorted(members, key=_after_its_page) if len(members) > 1 else members
    return Group(ordered[0].entry.title, tuple(ordered))


def _after_its_page(hit: Hit) -> bool:
    return not is_page(hit.entry)


def facets(found: Iterable[Found]) -> dict[str, dict[str, int]]:
    """Count the hits by kind, language, area and pack, the most frequent first."""
    entries = [hit.entry for _, hit in found]
    return {name: _counted(map(value, entries)) for name, value in _FACETS.items()}


def _counted(values: Iterable[str]) -> dict[str, int]:
    return dict(Counter(filter(None, values)).most_common())
