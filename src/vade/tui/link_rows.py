"""Where a page leads, as rows to choose from."""

from __future__ import annotations

from collections.abc import Iterable

from vade.errors import VadeError
from vade.library import Library
from vade.library.entry import Entry
from vade.library.links import follow, is_outside
from vade.tui.page.links import ENTRY_LINK
from vade.tui.page.runs import Run
from vade.tui.rows import entry_line
from vade.tui.screens.chooser import choice
from vade.tui.theme.roles import Role
from vade.tui.widgets.row_list import Row, RowLine

__all__ = ["link_rows"]


def link_rows(links: Iterable[tuple[str, str]], library: Library, origin: str = "") -> list[Row]:
    """Return a row for each link, one that leads to the same entry as another left out.

    Args:
        links: What each is called, and where it leads.
        library: What links lead to.
        origin: The id of the entry that they stand on.
    """
    rows: dict[str, Row] = {}
    for text, link in links:
        entry = _leads_to(link, library, library.get(origin))
        if entry is None:
            rows.setdefault(link, choice(link, text, link))
            continue
        line = entry_line(entry)
        where = Run(f" · {entry.document}", Role.FAINT)
        rows.setdefault(entry.id, Row(link, (RowLine(line.left, (*line.right, where)),)))
    return list(rows.values())


def _leads_to(link: str, library: Library, origin: Entry | None) -> Entry | None:
    if is_outside(link):
        return None
    try:
        return follow(library, link.removeprefix(ENTRY_LINK), origin)
    except VadeError:
        return None
