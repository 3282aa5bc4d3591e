"""Headings of a record: one a checklist, with the anchor that the table links to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from vade.review.model import Checklist, Item, Review
from vade.review.record.escape import slug

__all__ = ["UNTITLED", "Group", "anchors", "belongs", "groups"]

UNTITLED = "Items"
"""The heading above items of no checklist."""


@dataclass(frozen=True, slots=True)
class Group:
    """Items under one heading."""

    checklist: str
    """The checklist's id."""
    title: str
    named: bool
    """Whether the heading needs a comment that says which checklist it is."""
    items: tuple[Item, ...]


def groups(review: Review) -> tuple[Group, ...]:
    """Return the items under their headings, in the review's order."""
    titles = {c.id: c.title for c in review.checklists}
    runs: list[tuple[str, list[Item]]] = []
    for item in review.items:
        if not runs or runs[-1][0] != item.checklist:
            runs.append((item.checklist, []))
        runs[-1][1].append(item)
    found: list[Group] = []
    for checklist, items in runs:
        title = titles.get(checklist, "") or UNTITLED
        named = not checklist or belongs(title, review.checklists) != checklist
        found.append(Group(checklist, title, named, tuple(items)))
    return tuple(found)


def belongs(title: str, checklists: tuple[Checklist, ...]) -> str:
    """Return the id of the only checklist of this title; empty where there is not one."""
    ids = [c.id for c in checklists if c.title == title]
    return ids[0] if len(ids) == 1 else ""


def anchors(review: Review) -> dict[str, str]:
    """Return the anchor of the heading that each item stands under."""
    seen: Counter[str] = Counter()
    found: dict[str, str] = {}
    for group in groups(review):
        base = slug(group.title)
        anchor = f"{base}-{seen[base]}" if seen[base] else base
        seen[base] += 1
        found |= {item.id: anchor for item in group.items}
    return found
