"""A sheet with a search over a list: its keys move in the list while one types."""

from __future__ import annotations

from typing import TypeVar

from vade.tui.screens.base import Sheet
from vade.tui.widgets.row_list import RowList

__all__ = ["ListSheet"]

Result = TypeVar("Result")


class ListSheet(Sheet[Result]):
    """Moves in the one list that it has."""

    def action_move(self, by: int) -> None:
        """Move in the list."""
        self.query_one(RowList).action_move(by)

    def action_page(self, by: int) -> None:
        """Move in the list by a page."""
        self.query_one(RowList).action_page(by)
