"""Past reviews as rows and pages: a table, a trend, two compared."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path

from vade.review.archive import Past
from vade.review.compare import Change, Delta
from vade.review.model import Review, VerdictWord
from vade.tui.page.blocks import Block, Gap, Text
from vade.tui.page.runs import Run, Runs
from vade.tui.theme.glyphs import STATES
from vade.tui.theme.roles import Role
from vade.tui.theme.signs import ASCENDING
from vade.tui.widgets.row_list import Row, RowLine

__all__ = ["Order", "comparison", "past_rows", "summary", "trend"]

_VERDICTS = {
    VerdictWord.INCOMPLETE: ("· incomplete", Role.MUTED),
    VerdictWord.FAIL: ("✗ fail", Role.ERROR),
    VerdictWord.PASS: ("✓ pass", Role.OK),
}
_BAR = 10
_TREND = 24


class Order(StrEnum):
    """What the list of reviews is sorted by."""

    DATE = "date"
    VERDICT = "verdict"
    FAILS = "fails"


def past_rows(every: Sequence[Past], marked: Collection[str] = (), *, names: bool) -> list[Row]:
    """Return the rows of reviews: the unfinished first, then the rest.

    Args:
        every: The reviews in order.
        marked: Ids of the marked ones.
        names: Whether the project is named.
    """
    drafts = [p for p in every if p.review.finished is None]
    done = [p for p in every if p.review.finished is not None]
    rows: list[Row] = []
    for title, found in (("Unfinished", drafts), ("Finished", done)):
        if found:
            rows.append(Row("", (RowLine((Run(title, Role.HEADING),)),)))
            rows += [_row(p, marked, names=names) for p in found]
            rows.append(Row("", (RowLine(()),)))
    if rows:
        return rows
    text = "No review yet. r in the library begins one."
    return [Row("", (RowLine(()), RowLine((Run(f"  {text}", Role.MUTED),))))]


def summary(past: Past, root: Path) -> list[Block]:
    """Return what is known of a review: where, who, how it ended, what failed."""
    review = past.review
    word, role = _VERDICTS[review.verdict.word]
    where = "no record yet: E writes it"
    if past.path:
        inside = past.path.is_relative_to(root)
        where = str(past.path.relative_to(root) if inside else past.path)
    blocks: list[Block] = [
        Text((Run(f"{review.project} · {review.branch or 'no branch'}", Role.TITLE),)),
        Text((Run(word, role), Run(f"  {_when(review)}  {review.reviewer}", Role.MUTED))),
        Gap(),
        Text((Run("Record  ", Role.LABEL), Run(where))),
        Text((Run("Checklist  ", Role.LABEL), Run(", ".join(c.title for c in review.checklists)))),
        Gap(),
    ]
    return [*blocks, *_items(review)]


def trend(every: Iterable[Past]) -> list[Block]:
    """Return how fails, follow-ups and passes went over time, oldest first."""
    reviews = [p.review for p in every if p.review.finished][:_TREND][::-1]
    if len(reviews) < 2:
        return []
    lines: list[Block] = [Gap(), Text((Run("Trend", Role.HEADING),)), Gap()]
    for name, role, values in (
        ("fail", Role.ERROR, [r.tally.failed for r in reviews]),
        ("follow-up", Role.WARN, [r.tally.follow_up for r in reviews]),
        ("pass", Role.OK, [r.tally.passed for r in reviews]),
    ):
        last = f"  {values[0]} → {values[-1]}"
        runs = (Run(f"{name:<10}", Role.MUTED), Run(_spark(values), role), Run(last, Role.MUTED))
        lines.append(Text(runs))
    return lines


def comparison(before: Review, after: Review, delta: Delta) -> list[Block]:
    """Return what changed between two reviews, by what happened."""
    blocks: list[Block] = [
        Text((Run(f"{_when(before)} → {_when(after)}", Role.TITLE),)),
        Text((Run(f"{before.branch} → {after.branch}", Role.MUTED),)),
    ]
    heads = (
        ("Regressed", Role.ERROR, delta.regressed),
        ("New fails", Role.ERROR, delta.new_fails),
        ("Fixed", Role.OK, delta.fixed),
        ("Answered", Role.TEXT, delta.answered),
        ("Other changes", Role.TEXT, delta.changed),
        ("Reworded", Role.MUTED, delta.reworded),
        ("Added", Role.MUTED, delta.added),
        ("Removed", Role.MUTED, delta.removed),
    )
    for name, role, changes in heads:
        if changes:
            blocks += [Gap(), Text((Run(f"{name}  {len(changes)}", role),))]
            blocks += [_changed(change) for change in changes]
    if len(blocks) == 2:
        blocks += [Gap(), Text((Run("Nothing changed between the two.", Role.MUTED),))]
    return blocks


def _row(past: Past, marked: Collection[str], *, names: bool) -> Row:
    review = past.review
    word, role = _VERDICTS[review.verdict.word]
    mark = Run("+ " if review.id in marked else "  ", Role.KEY)
    project = (Run(f"{review.project} · "),) if names else ()
    branch = Run(review.branch or "no branch")
    titles = ", ".join(c.title for c in review.checklists)
    first = RowLine(
        (mark, Run(f"{_when(review)}  ", Role.MUTED), *project, branch), (Run(word, role),)
    )
    tally = review.tally
    count = Run(f"  {tally.answered} of {tally.total} · {titles}", Role.MUTED)
    second = RowLine((Run("              "), *_shares(review), count))
    return Row(review.id, (first, second))


def _shares(review: Review) -> Runs:
    """The tally as a small bar: each state its share of the cells, none of them nothing."""
    tally = review.tally
    parts = (
        ("█", Role.OK, tally.passed),
        ("█", Role.ERROR, tally.failed),
        ("▓", Role.WARN, tally.follow_up),
        ("▒", Role.NA, tally.na),
        ("░", Role.FAINT, tally.unanswered),
    )
    total = tally.total or 1
    return tuple(Run(g * max(round(_BAR * n / total), 1), role) for g, role, n in parts if n)


def _items(review: Review) -> Iterator[Block]:
    for item in review.items:
        glyph, role = STATES[item.answer.state]
        state = Run(f"{glyph} {item.answer.state:<11} ", role)
        runs = [Run(item.title)]
        if item.answer.reason:
            runs.append(Run(f"  {item.answer.reason}", Role.MUTED))
        yield Text(tuple(runs), (state,), (Run(" " * 14),))


def _changed(change: Change) -> Text:
    then, now = change.states
    runs: list[Run] = []
    for state in (then, now):
        glyph, role = STATES[state] if state else (" ", Role.MUTED)
        runs.append(Run(f"{glyph} {state or 'absent':<11}", role))
    return Text((Run(change.item.title),), tuple(runs), (Run(" " * 26),))


def _spark(values: Sequence[int]) -> str:
    most = max(values) or 1
    return "".join(ASCENDING[round((len(ASCENDING) - 1) * v / most)] for v in values)


def _when(review: Review) -> str:
    return (review.finished or review.started).date().isoformat()
