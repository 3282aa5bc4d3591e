"""All that is known of a project's reviews: the store's and the records in its folder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from vade.review.model import Answer, Item, Review, State
from vade.review.records import RecordRead

__all__ = ["Past", "Todo", "last_of", "merged", "todo"]

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Past:
    """A review, and where it is."""

    review: Review
    path: Path | None = None
    """Its record; None where there is none."""
    stored: bool = True
    """Whether the store has it."""


@dataclass(frozen=True, slots=True)
class Todo:
    """A follow-up that is still to do."""

    item: Item
    past: Past


def merged(stored: Iterable[Review], records: Iterable[RecordRead]) -> tuple[Past, ...]:
    """Join reviews and records by id, newest first; of two versions the later counts."""
    found = {review.id: Past(review) for review in stored}
    for record in records:
        review = record.parsed.review
        known = found.get(review.id)
        if known is None:
            found[review.id] = Past(review, record.path, stored=False)
        elif known.path is None:
            found[review.id] = Past(_later(known.review, review), record.path)
    return tuple(
        sorted(found.values(), key=lambda p: (p.review.started, p.review.id), reverse=True)
    )


def last_of(past: Iterable[Past], checklists: Iterable[str]) -> Review | None:
    """Return the newest review of any of these checklists that was finished or written down."""
    wanted = set(checklists)
    for one in past:
        done = one.review.finished is not None or one.path is not None
        if done and wanted & {c.id for c in one.review.checklists}:
            return one.review
    return None


def todo(past: Iterable[Past]) -> tuple[Todo, ...]:
    """Return the follow-ups that no later review has answered otherwise, the most urgent first."""
    seen: set[str] = set()
    found: list[Todo] = []
    for one in past:
        for item in one.review.items:
            if item.id in seen or item.answer.state is State.UNANSWERED:
                continue
            seen.add(item.id)
            if item.answer.state is State.FOLLOW_UP:
                found.append(Todo(item, one))
    return tuple(sorted(found, key=lambda t: (t.item.answer.due is None, str(t.item.answer.due))))


def _later(stored: Review, recorded: Review) -> Review:
    """Of a review and its record the one that was answered last.

    A record that says the same is only older: the review may have been finished since. One that
    says something else, with no later time, was edited by hand, and counts.
    """
    if _touched(stored) > _touched(recorded) or _answers(stored) == _answers(recorded):
        return stored
    return recorded


def _answers(review: Review) -> dict[str, Answer]:
    return {item.id: item.answer for item in review.items}


def _touched(review: Review) -> datetime:
    """When a review was last answered."""
    return max((i.answer.at for i in review.items if i.answer.at), default=_NEVER)
