"""Confirming an answer of last time, with all that belonged to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vade.errors import VadeError
from vade.review.again import found_again
from vade.review.finding import find_item
from vade.review.matching import Matcher
from vade.review.model import Answer, Evidence, Item, Review

if TYPE_CHECKING:
    from vade.review.desk import Desk

__all__ = ["confirm"]


def confirm(desk: Desk, review: Review, item_ref: str) -> Review:
    """Answer an item as the review did that this one follows; see `Desk.confirm`.

    Evidence is taken anew where its lines are now; lines that are gone are not evidence any more.
    """
    item = find_item(review, item_ref)
    if item.previous is None:
        raise VadeError("was not answered before", where=item.title)
    old = _answer(desk, review, item)
    places = [found_again(e, Path(review.root)) for e in old.evidence] if old else []
    evidence: list[Evidence | str] = [place for place in places if place is not None]
    return desk.answer(
        review.id,
        item.id,
        item.previous.state,
        reason=item.previous.reason or None,
        notes=old.notes or None if old else None,
        severity=old.severity if old else None,
        evidence=evidence or None,
        owner=old.owner or None if old else None,
        due=old.due if old else None,
    )


def _answer(desk: Desk, review: Review, item: Item) -> Answer | None:
    """The answer of the review before, where that is still to be found."""
    before = next((p.review for p in desk.past() if p.review.id == review.follows), None)
    found = Matcher(before.items).find(item) if before else None
    return found.answer if found else None
