"""The search box."""

from __future__ import annotations

from collections.abc import Callable

from textual.binding import Binding
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input

__all__ = ["SearchBox"]

_LONGEST = 256


class Titles(Suggester):
    """Completes what was typed to a title."""

    def __init__(self, complete: Callable[[str], str]) -> None:
        """Ask `complete` for the whole text."""
        super().__init__(use_cache=False, case_sensitive=True)
        self._complete = complete

    async def get_suggestion(self, value: str) -> str | None:
        """Return what `value` could become, its own letters first."""
        found = self._complete(value) if value.strip() else ""
        return value + found[len(value) :] if found else None


class SearchBox(Input):
    """Types; the arrows move in the results."""

    BINDINGS = [
        Binding("up", "move(-1)", "Up in the results", show=False, id="search.up"),
        Binding("down", "move(1)", "Down in the results", show=False, id="search.down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="search.page-up"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="search.page-down"),
    ]

    class Move(Message):
        """Move the cursor in the results."""

        def __init__(self, by: int, *, pages: bool = False) -> None:
            """Say how far."""
            super().__init__()
            self.by = by
            self.pages = pages

    def __init__(self, complete: Callable[[str], str], value: str = "") -> None:
        """Begin with a query."""
        super().__init__(
            value=value,
            placeholder="search topics, patterns, checks",
            suggester=Titles(complete),
            max_length=_LONGEST,
            select_on_focus=False,
            compact=True,
            id="search",
            classes="pane",
        )

    def on_focus_search(self) -> None:
        """Come here."""
        self.focus()

    def action_move(self, by: int) -> None:
        """Ask for another row."""
        self.post_message(self.Move(by))

    def action_page(self, by: int) -> None:
        """Ask for a row a page away."""
        self.post_message(self.Move(by, pages=True))
