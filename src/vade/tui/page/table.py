"""Tables in cells of a terminal: columns share what there is, cells wrap."""

from __future__ import annotations

from collections.abc import Iterator

from vade.tui.page.blocks import Table
from vade.tui.page.runs import Line, Run, Runs, plain, width, wrap
from vade.tui.theme.roles import Role

__all__ = ["table_lines"]

_GAP = 2
_LEAST = 6
_MOST_COLUMNS = 40
"""Columns above which the rest is not shown: nobody can read that many side by side."""


def table_lines(table: Table, columns: int) -> Iterator[Line]:
    """Yield the lines of a table: its head, a thin line, its rows."""
    rows = [row[:_MOST_COLUMNS] for row in table.rows]
    sizes = _sizes(rows, columns)
    for n, row in enumerate(rows):
        yield from _row(row, sizes, table.right, head=n == 0)
        if n == 0:
            yield Line((Run("─" * (sum(sizes) + _GAP * (len(sizes) - 1)), Role.FAINT),))


def _sizes(rows: list[tuple[Runs, ...]], columns: int) -> list[int]:
    """How wide each column is: as wide as it wants, the widest giving way first."""
    count = max((len(row) for row in rows), default=0)
    wanted = [max((width(row[c]) for row in rows if c < len(row)), default=1) for c in range(count)]
    sizes = [max(size, 1) for size in wanted]
    room = columns - _GAP * (count - 1)
    while sum(sizes) > room and max(sizes, default=0) > _LEAST:
        widest = max(range(count), key=lambda c: sizes[c])
        sizes[widest] -= 1
    return sizes


def _row(
    row: tuple[Runs, ...], sizes: list[int], right: tuple[bool, ...], *, head: bool
) -> Iterator[Line]:
    cells = [wrap(row[c], size) if c < len(row) else [()] for c, size in enumerate(sizes)]
    for n in range(max((len(cell) for cell in cells), default=0)):
        line: list[Run] = []
        for c, size in enumerate(sizes):
            runs = cells[c][n] if n < len(cells[c]) else ()
            if head:
                runs = (Run(plain(runs), Role.STRONG),)
            space = Run(" " * max(size - width(runs), 0))
            at_right = c < len(right) and right[c]
            line += [space, *runs] if at_right else [*runs, space]
            line.append(Run(" " * _GAP))
        yield Line(tuple(line))
