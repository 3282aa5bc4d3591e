"""What was asked before and led to an entry: remembered, and offered while nothing is typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vade.text import clean_line
from vade.tui.page.runs import Run
from vade.tui.theme.roles import Role
from vade.tui.theme.signs import SEARCH
from vade.tui.widgets.row_list import Row, RowLine

__all__ = ["ASK", "Asked", "asked_again", "asked_from", "asked_rows", "plain"]

ASK = "ask:"
"""Begins the key of a row that asks its query once more."""
_KEPT = 50
_LONGEST = 256
_RECENT, _FREQUENT = 4, 3
"""How many of the last ones are offered, and of those that were asked most."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query."""

    text: str
    often: int = 1
    """How many entries were opened from what it found."""


def asked_again(queries: Sequence[Asked], text: str) -> tuple[Asked, ...]:
    """Return `queries` with `text` first, once more than before; the oldest give way."""
    often = next((asked.often for asked in queries if asked.text == text), 0)
    others = (asked for asked in queries if asked.text != text)
    return (Asked(text, often + 1), *others)[:_KEPT]


def asked_rows(queries: Sequence[Asked]) -> list[Row]:
    """Return a heading and the rows of some queries, or nothing.

    The most frequent come first, the last one comes last: it is the nearest to the entries, where
    the cursor begins.

    Args:
        queries: Newest first.
    """
    frequent = sorted((q for q in queries if q.often > 1), key=lambda q: -q.often)[:_FREQUENT]
    recent = [q for q in queries if q not in frequent][:_RECENT]
    rows = [_row(asked) for asked in (*frequent, *reversed(recent))]
    if not rows:
        return []
    heading = Row("", (RowLine((Run("Asked before", Role.HEADING),)),))
    return [heading, *rows, Row("", (RowLine(()),))]


def plain(queries: Iterable[Asked]) -> list[list[object]]:
    """Return queries as a value of JSON."""
    return [[asked.text, asked.often] for asked in queries]


def asked_from(value: object) -> tuple[Asked, ...]:
    """Return what `plain` made `value` of; what is none is left out."""
    found: list[Asked] = []
    for pair in value if isinstance(value, list) else ():
        match pair:
            case [str(text), int(often)] if text.strip():
                found.append(Asked(clean_line(text)[:_LONGEST], often))
    return tuple(found[:_KEPT])


def _row(asked: Asked) -> Row:
    often = (Run(f"{asked.often} times", Role.MUTED),) if asked.often > 1 else ()
    line = RowLine((Run(f"{SEARCH} ", Role.KEY), Run(asked.text)), often)
    return Row(f"{ASK}{asked.text}", (line,))
