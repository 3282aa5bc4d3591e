"""Runs of text with a role, and lines made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from vade.tui.theme.palette import Surface
from vade.tui.theme.roles import Role
from vade.tui.theme.signs import ELLIPSIS

__all__ = [
    "Line",
    "Piece",
    "Run",
    "Runs",
    "breaks",
    "fit",
    "flat",
    "plain",
    "slice_runs",
    "squeeze",
    "width",
    "wrap",
]

_BETWEEN = ("  ", " · ")
_WORD = re.compile(r"[ \t]*[^ \t]+|[ \t]+")


class Run(NamedTuple):
    """Some text that looks the same throughout."""

    text: str
    role: Role = Role.TEXT
    link: str = ""
    """Where it leads: a URL, or the id of an entry behind `entry:`."""


Runs = tuple[Run, ...]


class Piece(NamedTuple):
    """A part of a line of code, which is coloured only when it is painted."""

    code: str
    language: str
    number: int
    """0-based line of the code."""
    start: int
    end: int


class Line(NamedTuple):
    """One line of a page as it is painted."""

    runs: Runs = ()
    surface: Surface = Surface.PAGE
    inset: int = 0
    """How many cells at the left stay outside the surface."""
    piece: Piece | None = None
    """What its last run shows, where that is code."""

    @property
    def text(self) -> str:
        """The line without its looks."""
        return plain(self.runs)


def plain(runs: Iterable[Run]) -> str:
    """The text of runs."""
    return "".join(run.text for run in runs)


def width(runs: Iterable[Run]) -> int:
    """How many cells runs take."""
    return sum(cell_len(run.text) for run in runs)


def flat(runs: Iterable[Run]) -> Runs:
    """Runs with their line breaks as spaces."""
    return tuple(Run(r.text.replace("\n", " "), r.role, r.link) for r in runs)


def slice_runs(runs: Runs, start: int, end: int) -> Runs:
    """The part of runs between two offsets in code points."""
    found: list[Run] = []
    at = 0
    for run in runs:
        first, last = max(start - at, 0), min(end - at, len(run.text))
        if first < last:
            found.append(Run(run.text[first:last], run.role, run.link))
        at += len(run.text)
    return tuple(found)


def wrap(runs: Runs, columns: int) -> list[Runs]:
    """Break runs into lines of at most `columns` cells, at spaces where there are any."""
    text = plain(runs)
    if "\n" not in text and cell_len(text) <= columns:
        return [runs]
    lines: list[Runs] = []
    at = 0
    for part in text.split("\n"):
        lines += [
            slice_runs(runs, at + start, at + end) for start, end in breaks(part, max(columns, 1))
        ]
        at += len(part) + 1
    return lines


def fit(runs: Runs, columns: int) -> Runs:
    """Cut runs to `columns` cells, with an ellipsis where something is missing."""
    if width(runs) <= columns:
        return runs
    if columns <= 0:
        return ()
    kept: list[Run] = []
    left = columns - 1
    for run in runs:
        size = cell_len(run.text)
        if size > left:
            kept.append(Run(set_cell_size(run.text, left).rstrip() + ELLIPSIS, run.role, run.link))
            break
        kept.append(run)
        left -= size
    return tuple(kept)


def squeeze(runs: Runs, columns: int) -> Runs:
    """Leave whole parts out until the rest has room: the last but one first, the first at the end.

    A part begins at a run that begins with two spaces or with a dot between spaces.
    """
    parts = _parts(runs)
    while len(parts) > 1 and width(run for part in parts for run in part) > columns:
        del parts[-2]
        parts[0] = _without_sign(parts[0])
    return fit(tuple(run for part in parts for run in part), columns)


def _parts(runs: Runs) -> list[Runs]:
    starts = [n for n, run in enumerate(runs) if n and run.text.startswith(_BETWEEN)]
    return [runs[a:b] for a, b in zip((0, *starts), (*starts, len(runs)), strict=True)]


def _without_sign(part: Runs) -> Runs:
    """A part that became the first, without what stood between it and the one before."""
    if not part or not part[0].text.startswith(_BETWEEN):
        return part
    first = part[0]
    sign = next(sign for sign in _BETWEEN if first.text.startswith(sign))
    return (Run(first.text.removeprefix(sign), first.role, first.link), *part[1:])


def breaks(text: str, columns: int) -> list[tuple[int, int]]:
    """Where the lines of one paragraph begin and end; the spaces at a break are left out."""
    spans: list[tuple[int, int]] = []
    start = end = used = 0
    for match in _WORD.finditer(text):
        size = cell_len(match.group())
        if used + size <= columns:
            end, used = match.end(), used + size
            continue
        if used:
            spans.append((start, end))
        start = match.end() - len(match.group().lstrip()) if used else match.start()
        start, used = _fold(text, start, match.end(), columns, spans)
        end = match.end()
    return [*spans, (start, end)] if end > start or not spans else spans


def _fold(
    text: str, start: int, end: int, columns: int, spans: list[tuple[int, int]]
) -> tuple[int, int]:
    """Break one word that is longer than a line; return where its last piece begins, its size."""
    used = 0
    for at in range(start, end):
        size = cell_len(text[at])
        if used + size > columns and used:
            spans.append((start, at))
            start, used = at, 0
        used += size
    return start, used
