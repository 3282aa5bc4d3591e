"""The gate: may this change go on, by its record?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from vade.project.history import Age
from vade.review.model import Item, Review, Severity, State
from vade.review.record.parse import Parsed
from vade.review.record.problem import Problem
from vade.review.source import ChecklistSource
from vade.text import clean_line, counted, first_words

__all__ = ["Policy", "Reason", "judge"]


@dataclass(frozen=True, slots=True)
class Policy:
    """What a record must be to open the gate."""

    fail_on: Severity = Severity.MINOR
    """The lightest severity of a fail that closes it."""
    required: tuple[ChecklistSource, ...] = ()
    """Checklists that the record must cover, every check of them."""
    max_age: int | None = None
    """How many commits may have come since; None does not ask."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason why the gate is closed."""

    kind: str
    """`unanswered`, `owed`, `conflict`, `fail`, `missing`, `stale` or `required`."""
    message: str
    item: str = ""
    """The id of the item; empty where it is about the whole."""
    line: int = 1
    """1-based line of the record."""


def judge(parsed: Parsed, policy: Policy, age: Callable[[str], Age]) -> tuple[Reason, ...]:
    """Return every reason to keep the gate closed; none opens it.

    Args:
        parsed: The record, as it was read.
        policy: What is asked of it.
        age: How far the repository has moved on since a commit; called only where asked for.
    """
    review = parsed.review
    conflicts = {p.item: p for p in reversed(parsed.conflicts)}
    found = (_of_item(i, conflicts, parsed.lines.get(i.id, 1), policy) for i in review.items)
    reasons = [reason for reason in found if reason is not None]
    if not review.items:
        reasons.append(Reason("missing", "the record has no items"))
    if parsed.missing:
        said = counted(parsed.missing, "item is", "items are")
        reasons.append(Reason("missing", f"{said} missing from the record"))
    for checklist in policy.required:
        reasons += _required(review, checklist)
    if policy.max_age is not None:
        reasons += _stale(review, policy.max_age, age)
    return tuple(reasons)


def _of_item(
    item: Item, conflicts: Mapping[str, Problem], line: int, policy: Policy
) -> Reason | None:
    conflict = conflicts.get(item.id)
    if conflict is not None:
        return Reason("conflict", conflict.message, item.id, conflict.line)
    if item.rivals:
        return Reason("conflict", f"{item.title}: two answers disagree", item.id, line)
    state = item.answer.state
    if state is State.UNANSWERED:
        return Reason("unanswered", f"{item.title}: unanswered", item.id, line)
    if item.answer.owes_reason:
        return Reason("owed", f"{item.title}: {state} without a reason", item.id, line)
    heavy = tuple(Severity).index(item.weight) <= tuple(Severity).index(policy.fail_on)
    if state is State.FAIL and heavy:
        why = first_words(clean_line(item.answer.reason), 20)
        return Reason("fail", f"{item.title}: fail, {item.weight}: {why}", item.id, line)
    return None


def _required(review: Review, checklist: ChecklistSource) -> list[Reason]:
    """What of a checklist the record does not cover."""
    if not any(c.id == checklist.id for c in review.checklists):
        return [Reason("required", f"the checklist {checklist.id} is not in the record")]
    there = {i.id for i in review.items} | {o for i in review.items for o in i.origins}
    return [
        Reason("required", f"{clean_line(entry.title)}: not in the record", entry.id)
        for entry in checklist.entries
        if entry.id not in there
    ]


def _stale(review: Review, most: int, age: Callable[[str], Age]) -> Sequence[Reason]:
    if not review.commit:
        return [Reason("stale", "the record names no commit")]
    found = age(review.commit)
    if found.commits is None:
        return [Reason("stale", found.why)]
    if found.commits > most:
        commits = counted(found.commits, "commit")
        message = f"{commits} since {review.commit[:7]}, which was reviewed"
        return [Reason("stale", message)]
    return []
