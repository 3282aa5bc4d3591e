"""Reviewing again: the last answers are carried over as to confirm, never as answers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from vade.errors import VadeError
from vade.project.content import Content
from vade.review.matching import Matcher
from vade.review.model import Evidence, Item, Previous, Review, State
from vade.review.secrets import MASK, masked

__all__ = ["carry_over", "found_again"]


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
        evidence_changed=any(found_again(e, root) is None for e in answer.evidence),
    )
    return replace(item, previous=previous)


def found_again(evidence: Evidence, root: Path) -> str | None:
    """Return the place of evidence as the files are now, also where its lines moved.

    None where the file is gone or the quoted lines are no longer in it.
    """
    if evidence.url or not evidence.path:
        return evidence.url or None
    try:
        lines = Content(root).working(evidence.path)
    except VadeError:
        return None
    if lines is None or not evidence.quote or evidence.start is None:
        return None if lines is None else str(evidence)
    if MASK in evidence.quote:
        lines = tuple(map(masked, lines))
    start = _nearest(lines, evidence.quote.split("\n"), evidence.start)
    if start is None:
        return None
    return f"{evidence.path}:{start}-{start + evidence.quote.count(chr(10))}"


def _nearest(lines: tuple[str, ...], quote: list[str], before: int) -> int | None:
    """The 1-based line where the quote stands now, the nearest to where it stood."""
    starts = [n for n, line in enumerate(lines, 1) if line == quote[0]]
    whole = [n for n in starts if list(lines[n - 1 : n - 1 + len(quote)]) == quote]
    return min(whole, key=lambda n: abs(n - before), default=None)
