"""What can be reviewed, as rows to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from vade.library import Library
from vade.library.checklists import of_topic, titled
from vade.library.library import ChecklistSource
from vade.text import counted
from vade.tui.screens.chooser import choice, heading
from vade.tui.widgets.row_list import Row

__all__ = ["checklist_rows"]


def checklist_rows(checklists: Sequence[ChecklistSource], library: Library) -> list[Row]:
    """Return whole reviews, then the checks of single topics, each under its heading."""
    rows: list[Row] = []
    for title, wanted in (("Reviews", False), ("Checks of one topic", True)):
        found = [c for c in checklists if of_topic(c, library) is wanted]
        if found:
            rows.append(heading(title, first=not rows))
        for c in found:
            rows.append(choice(c.id, titled(c, library), counted(len(c.entries), "item")))
    return rows
