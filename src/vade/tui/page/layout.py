"""Blocks to lines of a given width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.cells import cell_len

from vade.library.entry import FenceRole
from vade.tui.page.blocks import Block, Code, Gap, Rule, Table, Text
from vade.tui.page.code import expanded
from vade.tui.page.runs import Line, Piece, Run, Runs, breaks, width, wrap
from vade.tui.page.table import table_lines
from vade.tui.theme.palette import Surface
from vade.tui.theme.roles import Role

__all__ = ["MEASURE", "lay_out"]

MEASURE = 88
"""The longest line of prose, in cells: longer ones tire the eye."""

_HEADS: dict[FenceRole, tuple[str, Role, Surface]] = {
    FenceRole.CODE: ("", Role.MUTED, Surface.RAISED),
    FenceRole.DIAGRAM: ("", Role.MUTED, Surface.RAISED),
    FenceRole.TEMPLATE: ("template", Role.MUTED, Surface.RAISED),
    FenceRole.BAD: ("✗ goes wrong", Role.ERROR, Surface.BAD),
    FenceRole.PROOF: ("◆ proof", Role.PROVEN, Surface.GOOD),
}


def lay_out(blocks: Iterable[Block], columns: int, *, numbers: bool = False) -> list[Line]:
    """Return the lines of blocks.

    Args:
        blocks: What to lay out.
        columns: How wide the page is.
        numbers: Whether lines of code are numbered.
    """
    lines: list[Line] = []
    for block in blocks:
        lines.extend(_lines(block, max(columns, 8), numbers))
    return lines


def _lines(block: Block, columns: int, numbers: bool) -> Iterator[Line]:
    match block:
        case Text():
            yield from _text(block, min(columns, MEASURE))
        case Code():
            yield from _code(block, columns, numbers)
        case Table():
            yield from table_lines(block, columns)
        case Rule():
            yield Line((Run("─" * min(columns, MEASURE), Role.FAINT),))
        case Gap():
            yield Line()


def _text(block: Text, columns: int) -> Iterator[Line]:
    room = columns - max(width(block.first), width(block.rest))
    for n, runs in enumerate(wrap(block.runs, max(room, 4))):
        yield Line((block.first if n == 0 else block.rest) + runs)


def _code(block: Code, columns: int, numbers: bool) -> Iterator[Line]:
    word, role, surface = _HEADS[block.role]
    if block.head:
        yield Line(_head(block, word, role, columns), surface, block.indent)
    lines = expanded(block.code).split("\n")
    digits = len(str(len(lines))) if numbers else 0
    room = max(columns - block.indent - 2 - (digits + 2 if numbers else 0), 4)
    for n, text in enumerate(lines):
        for part, (indent, start, end) in enumerate(_fold(text, room)):
            number = f"{n + 1 if part == 0 else '':>{digits}}  " if numbers else ""
            before = (Run(" "), Run(number, Role.CODE_COMMENT), Run(" " * indent))
            piece = Piece(block.code, block.language, n, start, end)
            runs = (*(run for run in before if run.text), Run(text[start:end], Role.CODE))
            yield Line(runs, surface, block.indent, piece)


def _head(block: Code, word: str, role: Role, columns: int) -> Runs:
    left = " · ".join(filter(None, (block.language, word)))
    if not block.badge:
        return (Run(f" {left}", role),)
    gap = columns - block.indent - len(left) - len(block.badge) - 2
    return (Run(f" {left}", role), Run(" " * max(gap, 1)), Run(block.badge, Role.PROVEN))


def _fold(text: str, room: int) -> list[tuple[int, int, int]]:
    """Break a long line of code; what follows is indented like the line and two more.

    Returns:
        For each part how far it is indented, and where it begins and ends.
    """
    if cell_len(text) <= room:
        return [(0, 0, len(text))]
    indent = min(len(text) - len(text.lstrip()) + 2, room // 2)
    start, end = breaks(text, room)[0]
    rest = end + len(text[end:]) - len(text[end:].lstrip())
    spans = breaks(text[rest:], room - indent) if rest < len(text) else []
    return [(0, start, end), *((indent, rest + a, rest + b) for a, b in spans)]
