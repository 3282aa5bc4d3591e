"""A review as the screen shows it, worked out without a screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from vade.review.model import Item, Review, Severity, State, VerdictWord
from vade.review.suggest import Suggestion
from vade.tui.header import bar
from vade.tui.page.runs import Run, Runs
from vade.tui.theme.roles import Role
from vade.tui.theme.states import SEVERITIES, STATES
from vade.tui.widgets.row_list import Row, RowLine

__all__ = ["Only", "Walk", "changed_item", "follow_up_parts", "is_open"]

_STATE_WIDTH = len("unanswered") + 1
_VERDICTS = {
    VerdictWord.INCOMPLETE: ("incomplete", Role.MUTED),
    VerdictWord.FAIL: ("✗ fail", Role.ERROR),
    VerdictWord.PASS: ("✓ pass", Role.OK),
}


class Only(StrEnum):
    """Which items are shown."""

    ALL = "all"
    OPEN = "open"
    FAILED = "failed"
    CHANGED = "for this change"


@dataclass(frozen=True, slots=True)
class Walk:
    """A review, which of its items are shown, and what the changed files suggest."""

    review: Review
    only: Only = Only.ALL
    suggestions: Mapping[str, tuple[Suggestion, ...]] = field(default_factory=dict)

    @property
    def shown(self) -> list[Item]:
        """The items that the filter lets through."""
        return [item for item in self.review.items if self._keeps(item)]

    def rows(self) -> list[Row]:
        """The rows of the items, under the title of each checklist where there are several."""
        titles = {c.id: c.title for c in self.review.checklists}
        rows: list[Row] = []
        last = ""
        for item in self.shown:
            if item.checklist != last and len(titles) > 1:
                title = Run(titles.get(item.checklist, item.checklist), Role.HEADING)
                heading = RowLine((title,))
                rows.append(Row("", (RowLine(()), heading) if rows else (heading,)))
            last = item.checklist
            rows.append(self._row(item))
        if rows:
            return rows
        return [Row("", (RowLine(()), RowLine((Run(f"Nothing is {self.only}.", Role.MUTED),))))]

    def next_open(self, item_id: str, by: int) -> str:
        """The next item that is still owed something, in a circle; nothing when none is."""
        items = self.review.items
        here = next((n for n, item in enumerate(items) if item.id == item_id), 0)
        for step in range(1, len(items) + 1):
            item = items[(here + by * step) % len(items)]
            if is_open(item) and item.id != item_id:
                return item.id
        return ""

    def first_open(self) -> str:
        """The first item that is still owed something, else the first."""
        items = self.review.items
        return next((item.id for item in items if is_open(item)), items[0].id if items else "")

    def place(self, *, commits: bool = True) -> Runs:
        """Which project and branch are reviewed, and where there is room, which commits."""
        review = self.review
        runs = [Run("review", Role.BRAND), Run(f"  {review.project}", Role.TITLE)]
        if review.branch:
            runs += [Run(" · ", Role.FAINT), Run(review.branch)]
        if commits and review.commit:
            runs.append(Run(f" @ {review.commit[:7]}", Role.MUTED))
        if commits and review.base and review.base != review.commit:
            runs.append(Run(f" against {review.base[:7]}", Role.FAINT))
        return tuple(runs) if review.commit else (*runs, Run(" · no git", Role.FAINT))

    def progress(self) -> Runs:
        """How far it is, what failed, the verdict, and that all of it is saved."""
        tally = self.review.tally
        word, role = _VERDICTS[self.review.verdict.word]
        failed = (Run(f"   ✗ {tally.failed}", Role.ERROR),) if tally.failed else ()
        return (
            *bar(tally),
            Run(f"  {tally.answered} of {tally.total}"),
            *failed,
            Run(f"   {word}", role),
            Run("   saved ", Role.MUTED),
        )

    def _keeps(self, item: Item) -> bool:
        match self.only:
            case Only.OPEN:
                return is_open(item)
            case Only.FAILED:
                return item.answer.state is State.FAIL
            case Only.CHANGED:
                return item.id in self.suggestions
            case _:
                return True

    def _row(self, item: Item) -> Row:
        answer = item.answer
        glyph, role = STATES[answer.state]
        left = [Run(f"{glyph} {answer.state:<{_STATE_WIDTH}} ", role), Run(item.title)]
        hints = self.suggestions.get(item.id, ())
        mark = (Run(f" ◂{len(hints)}", Role.KEY),) if hints else ()
        return Row(item.id, (RowLine(tuple(left), (*_beside(item), *mark)),))


def is_open(item: Item) -> bool:
    """Whether an item still owes an answer or a reason."""
    return item.answer.state is State.UNANSWERED or item.answer.owes_reason or bool(item.rivals)


def changed_item(before: Review, after: Review) -> Item | None:
    """Return the first item whose answer differs between two states of one review."""
    old = {item.id: item.answer for item in before.items}
    return next((item for item in after.items if old.get(item.id) != item.answer), None)


def follow_up_parts(text: str) -> tuple[str, str]:
    """Split `Bo, 2026-12-01` into an owner and a date, each of which may be missing."""
    parts: Sequence[str] = [part.strip() for part in text.replace(",", " ").split()]
    dates = [part for part in parts if part[:4].isdigit() and part.count("-") == 2]
    return " ".join(part for part in parts if part not in dates), dates[0] if dates else ""


def _beside(item: Item) -> Runs:
    """What stands at the right of an item's row."""
    answer = item.answer
    if item.rivals:
        return (Run("two answers", Role.WARN),)
    if answer.owes_reason:
        return (Run("reason owed", Role.WARN),)
    match answer.state:
        case State.FAIL:
            return (Run(str(item.weight), SEVERITIES[item.weight]),)
        case State.FOLLOW_UP:
            due = f"{answer.due.day} {answer.due:%b}" if answer.due else ""
            return (Run(", ".join(filter(None, (answer.owner, due))), Role.MUTED),)
        case State.UNANSWERED if item.previous:
            return (Run(f"last time {item.previous.state}", Role.MUTED),)
        case _:
            heavy = item.weight is Severity.CRITICAL and answer.state is State.UNANSWERED
            return (Run("critical", Role.MUTED),) if heavy else ()
