"""Reviewing again: the last answers are carried over as to confirm, never as answers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from vade.errors import VadeError
from vade.project.content import Content
from vade.review.matching import Matcher
from vade.review.model import Evidence, Item, Previous, Review, State

__all__ = ["carry_over"]


def carry_over(review: Review, before: Review, root: Path) -> Review:
    """Return a new review with the answers of the one before it kept beside its items.

    Args:
        review: The new review, nothing answered.
        before: The last review of the same checklists.
        root: Where the files lie that evidence quotes.
    """
    old = Matcher(before.items)
    items = tuple(_carried(item, old.find(item), before, root) for item in review.items)
    return replace(review, items=items, follows=before.id)


def _carried(item: Item, old: Item | None, before: Review, root: Path) -> Item:
    if old is None:
        return item
    if old.answer.state is State.UNANSWERED:
        return replace(item, previous=old.previous)
    answer = old.answer
    day = answer.at or before.finished or before.started
    previous = Previous(
        state=answer.state,
        reason=answer.reason,
        by=answer.by or before.reviewer,
        on=day.date(),
        text_changed=bool(old.fingerprint) and old.fingerprint != item.fingerprint,
        evidence_changed=any(not _still_there(e, root) for e in answer.evidence),
    )
    return replace(item, previous=previous)


def _still_there(evidence: Evidence, root: Path) -> bool:
    """Whether the quoted lines can be found, be it at another place of their file."""
    if evidence.url or not evidence.path:
        return True
    try:
        lines = Content(root).working(evidence.path)
    except (OSError, VadeError):
        return False
    if lines is None:
        return False
    quote = evidence.quote.split("\n")
    starts = range(len(lines) - len(quote) + 1)
    return not evidence.quote or any(
        list(lines[start : start + len(quote)]) == quote for start in starts
    )
