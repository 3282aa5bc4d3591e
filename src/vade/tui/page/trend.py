"""How the answers of one project went from review to review, as a plot of columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate

from vade.review.model import Review, Tally
from vade.tui.page.blocks import Block, Gap, Text
from vade.tui.page.runs import Run, Runs
from vade.tui.theme.roles import Role

__all__ = ["trend"]

_MOST = 16
"""Reviews that are plotted."""
_HEIGHT = 8
_WIDTH = 3
_PARTS: tuple[tuple[str, str, Role, Callable[[Tally], int]], ...] = (
    ("pass", "█", Role.OK, lambda t: t.passed),
    ("n/a", "░", Role.NA, lambda t: t.na),
    ("follow-up", "▒", Role.WARN, lambda t: t.follow_up),
    ("fail", "▚", Role.ERROR, lambda t: t.failed),
)
"""From the bottom up: name, glyph, colour, how many. No two share a glyph."""


def trend(reviews: Sequence[Review]) -> list[Block]:
    """Return the plot of finished reviews, oldest at the left; nothing for fewer than two."""
    done = sorted((r for r in reviews if r.finished), key=lambda r: r.started)[-_MOST:]
    if len(done) < 2:
        return []
    tallies = [r.tally for r in done]
    most = max(t.total for t in tallies) or 1
    columns = [_column(t, most) for t in tallies]
    days = sorted((r.finished or r.started).date() for r in done)
    blocks: list[Block] = [Gap(), Text((Run("Trend", Role.HEADING),)), Gap()]
    for row in reversed(range(_HEIGHT)):
        label = most if row == _HEIGHT - 1 else 0 if row == 0 else ""
        cells = [Run(g * _WIDTH, role) for g, role in (c[row] for c in columns)]
        spaced = tuple(part for cell in cells for part in (cell, Run(" ")))
        blocks.append(Text((Run(f"{label:>4} ", Role.FAINT), *spaced)))
    axis = f"     {days[0].isoformat()} to {days[-1].isoformat()}, {len(tallies)} reviews"
    return [*blocks, Text((Run(axis, Role.MUTED),)), Gap(), *_legend(tallies)]


def _column(tally: Tally, most: int) -> list[tuple[str, Role]]:
    """The cells of one review from the bottom up; a single answer is seen too."""
    counts = [count(tally) for *_, count in _PARTS]
    ends = [round(_HEIGHT * total / most) for total in accumulate(counts)]
    cells: list[tuple[str, Role]] = []
    for n, (_, glyph, role, _count) in enumerate(_PARTS):
        wanted = max(ends[n] - len(cells), 1 if counts[n] else 0)
        above = sum(1 for number in counts[n + 1 :] if number)
        cells += [(glyph, role)] * min(wanted, _HEIGHT - len(cells) - above)
    return cells + [(" ", Role.FAINT)] * (_HEIGHT - len(cells))


def _legend(tallies: Sequence[Tally]) -> list[Block]:
    lines: list[Block] = []
    for name, glyph, role, count in reversed(_PARTS):
        first, last = count(tallies[0]), count(tallies[-1])
        change = "the same" if first == last else f"{first} → {last}"
        runs: Runs = (Run(f"{glyph * 2} ", role), Run(f"{name:<10}"), Run(change, Role.MUTED))
        lines.append(Text(runs, (Run("     "),)))
    return lines
