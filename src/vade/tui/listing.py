"""Which of the past reviews are listed, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from vade.review.archive import Past
from vade.review.model import Review

__all__ = ["Listing", "Order", "Outcome"]


class Order(StrEnum):
    """What the list of reviews is sorted by."""

    DATE = "date"
    VERDICT = "verdict"
    FAILS = "fails"


class Outcome(StrEnum):
    """Which reviews are listed."""

    ALL = "all"
    INCOMPLETE = "incomplete"
    FAIL = "fail"
    PASS = "pass"  # noqa: S105

    def keeps(self, past: Past) -> bool:
        """Whether a review is listed."""
        return self is Outcome.ALL or past.review.verdict.word == self.value


@dataclass(frozen=True)
class Listing:
    """The reviews that were read, and what the list makes of them."""

    past: tuple[Past, ...] = ()
    everywhere: bool = False
    """Whether they are those of all projects."""
    order: Order = Order.DATE
    outcome: Outcome = Outcome.ALL
    words: str = ""
    """Only reviews that have all of them are listed."""
    marked: tuple[str, ...] = ()
    """Ids of at most two that are to be compared."""

    @cached_property
    def shown(self) -> list[Past]:
        """The reviews that are let through, in order."""
        words = self.words.casefold().split()
        kept = [p for p in self.past if self.outcome.keeps(p)]
        kept = [p for p in kept if all(word in _text(p.review) for word in words)]
        return sorted(kept, key=_ORDERS[self.order])

    def named(self, review_id: str) -> Past | None:
        """The review of that id."""
        return next((p for p in self.past if p.review.id == review_id), None)

    def with_mark(self, review_id: str) -> Listing:
        """The same with a review marked, or no more; of three marks the oldest goes."""
        others = tuple(m for m in self.marked if m != review_id)
        marked = others if review_id in self.marked else (*others, review_id)[-2:]
        return replace(self, marked=marked)

    def sorted_next(self) -> Listing:
        """The same by the next order."""
        every = list(Order)
        return replace(self, order=every[(every.index(self.order) + 1) % len(every)])

    def filtered_next(self) -> Listing:
        """The same with the next outcome."""
        every = list(Outcome)
        return replace(self, outcome=every[(every.index(self.outcome) + 1) % len(every)])

    def pair(self, review_id: str) -> tuple[Review, Review] | None:
        """The two to compare, the older first: those marked, else one and the one before it."""
        reviews = sorted((p.review for p in self.past), key=lambda r: r.started)
        marked = [r for r in reviews if r.id in self.marked]
        if len(marked) == 2:
            return marked[0], marked[1]
        here = next((n for n, r in enumerate(reviews) if r.id == review_id), 0)
        return (reviews[here - 1], reviews[here]) if here else None


def _text(review: Review) -> str:
    """What the words are looked for in: where, when, who, how it ended, and what was written."""
    parts = [
        review.project, review.branch, review.commit, review.reviewer,
        str(review.verdict.word), *_dates(review),
        *(c.title for c in review.checklists),
    ]  # fmt: skip
    for item in review.items:
        answer = item.answer
        if answer.reason or answer.notes:
            parts += [item.title, answer.reason, answer.notes]
    return "\n".join(parts).casefold()


def _dates(review: Review) -> Iterator[str]:
    """Its days as they are written, and their months by name."""
    for when in filter(None, (review.started, review.finished)):
        yield f"{when:%Y-%m-%d %B}"


_ORDERS: dict[Order, Callable[[Past], float | str]] = {
    Order.DATE: lambda p: -p.review.started.timestamp(),
    Order.VERDICT: lambda p: str(p.review.verdict.word),
    Order.FAILS: lambda p: -p.review.tally.failed,
}
