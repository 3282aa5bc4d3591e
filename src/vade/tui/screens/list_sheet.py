"""A sheet with a search over a list: its keys move in the list while one types."""

from __future__ import annotations

from typing import TypeVar

from textual.binding import Binding

from vade.tui.screens.base import Sheet
from vade.tui.widgets.row_list import RowList

__all__ = ["ListSheet", "list_keys"]

Result = TypeVar("Result")


class ListSheet(Sheet[Result]):
    """Moves in the one list that it has."""

    def action_move(self, by: int) -> None:
        """Move in the list."""
        self.query_one(RowList).action_move(by)

    def action_page(self, by: int) -> None:
        """Move in the list by a page."""
        self.query_one(RowList).action_page(by)


def list_keys(sheet: str, down: str = "down") -> list[Binding]:
    """Return the keys that move in the list of a sheet, before the text box has them.

    Args:
        sheet: Begins the ids of the bindings.
        down: The keys that go to the next row.
    """
    moves = (
        (down, "move(1)", "Down", "down"),
        ("up", "move(-1)", "Up", "up"),
        ("pagedown", "page(1)", "Page down", "page-down"),
        ("pageup", "page(-1)", "Page up", "page-up"),
    )
    return [
        Binding(keys, action, title, show=False, id=f"{sheet}.{name}", priority=True)
        for keys, action, title, name in moves
    ]
