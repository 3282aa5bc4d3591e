"""What a link of a page means, and what the standards of an entry are called."""

from __future__ import annotations

from collections.abc import Iterable

from vade.library.standards import called
from vade.tui.page.runs import Line, Run, Runs
from vade.tui.theme.roles import Role

__all__ = ["ENTRY_LINK", "chips", "links_in"]

ENTRY_LINK = "entry:"
"""Begins a link that leads to another entry."""


def chips(standards: Iterable[str]) -> Runs:
    """Return standards as chips, none of which is broken at the end of a line."""
    runs: list[Run] = []
    for standard in standards:
        runs += [Run("  "), Run(f" {called(standard)} ".replace(" ", "\xa0"), Role.CHIP)]
    return tuple(runs)


def links_in(lines: Iterable[Line]) -> tuple[tuple[str, str], ...]:
    """What each link of a page is called, and where it leads."""
    found: dict[str, str] = {}
    for line in lines:
        for run in line.runs:
            if run.link:
                found[run.link] = found.get(run.link, "") or run.text
    return tuple((text, link) for link, text in found.items())
