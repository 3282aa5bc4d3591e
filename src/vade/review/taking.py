"""Taking records in: a new review, or merged into the one they come from."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from vade.errors import NotFoundError, VadeError
from vade.review.merge import merge
from vade.review.model import Review
from vade.review.record.parse import parse
from vade.review.record.problem import Problem
from vade.review.records import read_record

if TYPE_CHECKING:
    from vade.review.desk import Desk

__all__ = ["TakenIn", "take_in"]


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of a record."""

    path: Path
    review: Review
    new: bool
    """Whether the review was not known before."""
    taken: tuple[str, ...] = ()
    """Ids of the items whose answer came from the record."""
    conflicts: tuple[str, ...] = ()
    """Ids of the items that now have two answers."""
    older: tuple[str, ...] = ()
    """Ids of the items whose answer in the record is one that was known before the one here."""
    problems: tuple[Problem, ...] = ()
    """What was odd in the record."""


def take_in(desk: Desk, path: Path) -> TakenIn:
    """Read the record at `path` and merge it into its review, or add it as a new one."""
    path = Path(os.path.normpath(path))
    read = read_record(path)
    theirs, problems = read.parsed.review, read.parsed.problems
    if not theirs.id:
        raise VadeError("the record names no id of a review", where=str(path))
    ours = _known(desk, theirs.id)
    if ours is None:
        review = replace(theirs, root=desk.root)
        desk.store.add(review, desk.stamp(), kind="import")
        result = TakenIn(path, desk.store.get(review.id), new=True, problems=problems)
    else:
        merged = merge(ours, theirs, _bases(desk, ours.id))
        desk.store.merge(merged.review, desk.stamp())
        now = desk.store.get(ours.id)
        result = TakenIn(path, now, False, merged.taken, merged.conflicts, merged.older, problems)
    desk.store.exported(theirs.id, str(path), read.data, desk.stamp(), ours=False)
    return result


def _known(desk: Desk, review_id: str) -> Review | None:
    try:
        return desk.store.get(review_id)
    except NotFoundError:
        return None


def _bases(desk: Desk, review_id: str) -> list[Review]:
    """Every state of a review that Vade wrote down or read."""
    return [parse(e.text).review for e in desk.store.exports(review_id)]
