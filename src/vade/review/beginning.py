"""Beginning a review: items copied in, the commit noted, the last answers carried over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vade.errors import NotFoundError
from vade.project.history import first_commit
from vade.review.again import carry_over
from vade.review.archive import last_of
from vade.review.model import Review
from vade.review.source import ChecklistSource, checklists_of, items_of

if TYPE_CHECKING:
    from vade.review.desk import Desk

__all__ = ["begin"]


def begin(desk: Desk, checklists: Sequence[ChecklistSource], again: bool | str | None) -> Review:
    """Begin a review of the desk's project as it stands; see `Desk.start`."""
    git = desk.project.git
    stamp = desk.stamp()
    review = Review(
        id=desk.new_id(),
        project=desk.project.name,
        root=desk.root,
        checklists=checklists_of(checklists),
        items=items_of(checklists),
        started=stamp.at,
        reviewer=stamp.by,
        branch=git.branch if git else "",
        base=git.base if git else "",
        commit=git.head if git else "",
    )
    before = _before(desk, review, again)
    if before is not None:
        review = carry_over(review, before, desk.project.root)
    desk.store.add(review, stamp, origin=first_commit(desk.project.root))
    return desk.store.get(review.id)


def _before(desk: Desk, review: Review, again: bool | str | None) -> Review | None:
    if again is False:
        return None
    if isinstance(again, str):
        return desk.get(again)
    found = last_of(desk.past(), [c.id for c in review.checklists])
    if found is None and again:
        hint = "`vade review start` begins the first"
        raise NotFoundError("no earlier review of this checklist", hint=hint)
    return found
