"""Merging a record into a review, item by item; where both changed, both are kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from vade.review.matching import Matcher
from vade.review.model import Answer, Item, Review

__all__ = ["Merged", "merge"]


@dataclass(frozen=True, slots=True)
class Merged:
    """A review with a record taken in."""

    review: Review
    taken: tuple[str, ...] = ()
    """Ids of the items whose answer comes from the record."""
    conflicts: tuple[str, ...] = ()
    """Ids of the items for which both sides have an answer."""
    older: tuple[str, ...] = ()
    """Ids of the items for which the record has an answer that was known before ours."""


def merge(ours: Review, theirs: Review, bases: Sequence[Review] = ()) -> Merged:
    """Take the answers of a record into a review.

    Args:
        ours: The review as the store has it.
        theirs: The record.
        bases: Every state of the review that was written down or read; the one nearest to the
            record is what both sides began with. An answer that stands in any of them just so, by
            the same person at the same time, is no change: the record's writer never touched it.
    """
    base = min(bases, key=lambda b: _distance(b, theirs), default=None)
    there, began = Matcher(theirs.items), Matcher(base.items if base else ())
    states = [Matcher(state.items) for state in bases]
    items, taken, conflicts, older = [], [], [], []
    for item in ours.items:
        other = there.find(item)
        if other and _known_before(item, other, [state.find(item) for state in states]):
            items.append(item)
            older.append(item.id)
            continue
        new = _merged(item, other, began.find(item))
        items.append(new)
        if new.rivals and new.rivals != item.rivals:
            conflicts.append(item.id)
        elif new.answer != item.answer:
            taken.append(item.id)
    here = Matcher(ours.items)
    strangers = tuple(i for i in theirs.items if here.find(i) is None)
    review = replace(
        ours,
        items=(*items, *strangers),
        kept=tuple(dict.fromkeys((*ours.kept, *theirs.kept))),
        extra=theirs.extra or ours.extra,
    )
    taken += [item.id for item in strangers]
    return Merged(review, tuple(taken), tuple(conflicts), tuple(older))


def _known_before(ours: Item, theirs: Item, states: Iterable[Item | None]) -> bool:
    """Whether the record's answer is one that ours came after."""
    if theirs.rivals or _same(ours.answer, theirs.answer):
        return False
    return any(state is not None and state.answer == theirs.answer for state in states)


def _merged(ours: Item, theirs: Item | None, base: Item | None) -> Item:
    if theirs is None or _same(ours.answer, theirs.answer):
        return ours
    mine, other = ours.answer, theirs.answer
    if theirs.rivals and not ours.rivals and _blank(mine):
        return replace(ours, answer=other, rivals=theirs.rivals)
    if base is not None and not theirs.rivals:
        if _same(other, base.answer):
            return ours
        if _same(mine, base.answer):
            return replace(ours, answer=_by_hand(other, base.answer), rivals=())
    return _both(ours, other)


def _both(ours: Item, other: Answer) -> Item:
    """The item with both answers kept, where both sides have one."""
    if _blank(ours.answer) and not ours.rivals:
        return replace(ours, answer=other)
    rivals = ours.rivals or (ours.answer,)
    if _blank(other) or any(_same(other, rival) for rival in rivals):
        return ours
    return replace(ours, answer=Answer(), rivals=(*rivals, other))


def _by_hand(answer: Answer, began: Answer) -> Answer:
    """An answer that somebody changed in the file no longer carries the name it had before."""
    if (answer.by, answer.at) == (began.by, began.at):
        return replace(answer, by="", at=None)
    return answer


def _same(one: Answer, other: Answer) -> bool:
    return _said(one) == _said(other)


def _said(answer: Answer) -> Answer:
    return replace(answer, by="", at=None)


def _blank(answer: Answer) -> bool:
    return _said(answer) == Answer()


def _distance(base: Review, theirs: Review) -> int:
    known = Matcher(base.items)
    pairs = [(known.find(item), item) for item in theirs.items]
    return sum(old is None or not _same(old.answer, new.answer) for old, new in pairs)
