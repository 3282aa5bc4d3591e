"""Checklists of the library, copied into the items of a review."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from vade.errors import VadeError
from vade.library.entry import Entry
from vade.review.model import Checklist, Item, Severity
from vade.text import clean, clean_line, kebab

__all__ = ["ChecklistSource", "checklists_of", "items_of"]


class ChecklistSource(Protocol):
    """What a review needs to know of a checklist."""

    @property
    def id(self) -> str:
        """`pack:document/section`."""
        ...

    @property
    def title(self) -> str:
        """What it is called."""
        ...

    @property
    def fingerprint(self) -> str:
        """Over the fingerprints of its entries."""
        ...

    @property
    def entries(self) -> Sequence[Entry]:
        """Its checks, in order."""
        ...


def checklists_of(sources: Iterable[ChecklistSource]) -> tuple[Checklist, ...]:
    """Return the checklists as a review names them."""
    return tuple(Checklist(s.id, clean_line(s.title), s.fingerprint) for s in sources)


def items_of(sources: Sequence[ChecklistSource]) -> tuple[Item, ...]:
    """Copy all checks in. One that stands in two checklists is one item with both origins.

    Raises:
        VadeError: there is not a single check.
    """
    items: dict[str, Item] = {}
    seen: dict[str, str] = {}
    for source in sources:
        own: dict[str, str] = {}
        for entry in source.entries:
            names = (entry.id, f"#{entry.fingerprint}", f"={kebab(entry.title)}")
            first = next((seen[name] for name in names if name in seen), None)
            if first is None:
                items[entry.id] = _item(entry, source.id)
            else:
                items[first] = _also(items[first], entry.id)
            own |= dict.fromkeys(names, first or entry.id)
        seen = own | seen
    if not items:
        raise VadeError("the checklist has no items", where=", ".join(s.id for s in sources))
    return tuple(items.values())


def _item(entry: Entry, checklist: str) -> Item:
    return Item(
        id=entry.id,
        title=clean_line(entry.title) or "untitled",
        text=clean(entry.summary or entry.body).strip(),
        fingerprint=entry.fingerprint,
        checklist=checklist,
        severity=_severity(entry.hint("Severity")),
    )


def _also(item: Item, origin: str) -> Item:
    if origin == item.id or origin in item.origins:
        return item
    return replace(item, origins=(*item.origins, origin))


def _severity(word: str) -> Severity:
    """The severity that a check's guidance names, else major."""
    named = word.casefold().split()
    return next((s for s in Severity if named and named[0].strip(".,;") == s), Severity.MAJOR)
