"""The blocks that a page is made of, before anyone knows how wide it will be."""

from __future__ import annotations

from dataclasses import dataclass

from vade.library.entry import FenceRole
from vade.tui.page.runs import Runs

__all__ = ["Block", "Code", "Gap", "Rule", "Table", "Text"]


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, a heading or an item; wrapped at spaces."""

    runs: Runs
    first: Runs = ()
    """What stands before its first line: a bullet, a quote's bar."""
    rest: Runs = ()
    """What stands before the others."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code fence."""

    code: str
    language: str = ""
    role: FenceRole = FenceRole.CODE
    indent: int = 0
    badge: str = ""
    """A word at the right of its head line."""
    head: bool = True
    """Whether its language is named above it."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first row is its head."""

    rows: tuple[tuple[Runs, ...], ...]
    right: tuple[bool, ...] = ()
    """Which columns are aligned to the right."""
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across."""


@dataclass(frozen=True, slots=True)
class Gap:
    """An empty line; two in a row are one."""


Block = Text | Code | Table | Rule | Gap
