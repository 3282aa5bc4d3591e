"""Past reviews as rows and pages: a table, a trend, two compared."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path

from vade.review.archive import Past
from vade.review.compare import Delta, Pair
from vade.review.model import Item, Review, VerdictWord
from vade.tui.keys import key_of
from vade.tui.listing import Listing
from vade.tui.page.blocks import Block, Gap, Table, Text
from vade.tui.page.runs import Run, Runs
from vade.tui.theme.roles import Role
from vade.tui.theme.states import STATES
from vade.tui.verbs.review import Export
from vade.tui.widgets.row_list import Row, RowLine

__all__ = ["comparison", "past_rows", "summary"]

_VERDICTS = {
    VerdictWord.INCOMPLETE: ("· incomplete", Role.MUTED),
    VerdictWord.FAIL: ("✗ fail", Role.ERROR),
    VerdictWord.PASS: ("✓ pass", Role.OK),
}
_BAR = 10


def past_rows(listing: Listing) -> list[Row]:
    """Return the rows of reviews: the unfinished first, then the rest."""
    drafts = [p for p in listing.shown if p.review.finished is None]
    done = [p for p in listing.shown if p.review.finished is not None]
    rows: list[Row] = []
    for title, found in (("Unfinished", drafts), ("Finished", done)):
        if found:
            rows.append(Row("", (RowLine((Run(title, Role.HEADING),)),)))
            rows += [_row(p, listing.marked, names=listing.everywhere) for p in found]
            rows.append(Row("", (RowLine(()),)))
    if rows:
        return rows
    text = "No review yet. One is begun from the library."
    if listing.past:
        text = "No review has these words." if listing.words else f"No review is {listing.outcome}."
    return [Row("", (RowLine(()), RowLine((Run(f"  {text}", Role.MUTED),))))]


def summary(past: Past, root: Path, keymap: Mapping[str, str] | None = None) -> list[Block]:
    """Return what is known of a review: where, who, how it ended, what failed.

    Args:
        past: The review.
        root: The project's folder; a record inside it is named from there.
        keymap: Binding id to keys, where the user remapped them.
    """
    review = past.review
    word, role = _VERDICTS[review.verdict.word]
    where = f"no record yet: {key_of(Export, keymap or {})} writes it"
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


def comparison(before: Review, after: Review, delta: Delta) -> list[Block]:
    """Return two reviews side by side, by what happened to their items."""
    blocks: list[Block] = [
        Text((Run(" → ".join(_moments(before, after)), Role.TITLE),)),
        Text((Run(f"{before.branch} → {after.branch}", Role.MUTED),)),
    ]
    heads = (
        ("✗ Regressed", Role.ERROR, delta.regressed),
        ("✗ New fails", Role.ERROR, delta.new_fails),
        ("✓ Fixed", Role.OK, delta.fixed),
        ("Answered", Role.TEXT, delta.answered),
        ("Other changes", Role.TEXT, delta.changed),
        ("Reworded", Role.MUTED, delta.reworded),
        ("Added", Role.MUTED, delta.added),
        ("Removed", Role.MUTED, delta.removed),
        ("The same", Role.MUTED, _same(before, after, delta)),
    )
    names: tuple[Runs, ...] = ((Run("Item"),), *((Run(when),) for when in _moments(before, after)))
    for name, role, pairs in heads:
        if pairs:
            rows = (names, *(_beside(pair) for pair in pairs))
            blocks += [Gap(), Text((Run(f"{name}  {len(pairs)}", role),)), Gap(), Table(rows)]
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
    shares = _shares(review)
    name = Run(f"  {titles}", Role.MUTED)
    count = Run(f"{tally.answered} of {tally.total}", Role.MUTED)
    second = RowLine((Run("  "), *shares, name), (count,))
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
    shown = [part for part in parts if part[2]]
    cells = _cells([count for *_, count in shown])
    return tuple(Run(sign * n, role) for (sign, role, _), n in zip(shown, cells, strict=True))


def _cells(counts: Sequence[int]) -> list[int]:
    """Share the cells of a bar out: each count has one at least, the largest what is left over."""
    cells = [max(round(_BAR * count / sum(counts)), 1) for count in counts]
    if cells:
        cells[cells.index(max(cells))] += _BAR - sum(cells)
    return cells


def _items(review: Review) -> Iterator[Block]:
    for item in review.items:
        glyph, role = STATES[item.answer.state]
        state = Run(f"{glyph} {item.answer.state:<11} ", role)
        runs = [Run(item.title)]
        if item.answer.reason:
            runs.append(Run(f"  {item.answer.reason}", Role.MUTED))
        yield Text(tuple(runs), (state,), (Run(" " * 14),))


def _same(before: Review, after: Review, delta: Delta) -> tuple[Pair, ...]:
    """The items that nothing happened to."""
    told = {c.item.id for head in fields(delta) for c in getattr(delta, head.name)}
    old = {item.id: item for item in before.items}
    return tuple(Pair(old.get(i.id), i) for i in after.items if i.id not in told and i.id in old)


def _beside(pair: Pair) -> tuple[Runs, ...]:
    return ((Run(pair.item.title),), _said(pair.before), _said(pair.after))


def _said(item: Item | None) -> Runs:
    if item is None:
        return (Run("not there", Role.FAINT),)
    glyph, role = STATES[item.answer.state]
    reason = (Run(f"  {item.answer.reason}", Role.MUTED),) if item.answer.reason else ()
    return (Run(f"{glyph} {item.answer.state}", role), *reason)


def _moments(before: Review, after: Review) -> tuple[str, str]:
    """When each was; on one day, at what time."""
    days = _when(before), _when(after)
    if days[0] != days[1]:
        return days
    first, last = (r.finished or r.started for r in (before, after))
    return f"{days[0]} {first:%H:%M}", f"{days[1]} {last:%H:%M}"


def _when(review: Review) -> str:
    return (review.finished or review.started).date().isoformat()
