"""A line of words that narrows the list below it."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from vade.tui.page.runs import Run
from vade.tui.theme.roles import Role
from vade.tui.theme.signs import SEARCH
from vade.tui.widgets.bar import Bar

__all__ = ["WordsRow"]


class WordsRow(Horizontal):
    """Takes words, and says how much has them."""

    DEFAULT_CSS = """
    WordsRow { height: 1; }
    WordsRow #glass { width: 4; height: 1; color: $primary; padding: 0 0 0 2; }
    WordsRow #words { width: 1fr; }
    WordsRow #count { width: 28; }
    """

    @dataclass
    class Typed(Message):
        """The words are others now."""

        words: str

    def __init__(self, placeholder: str) -> None:
        """Begin without words."""
        super().__init__(id="search-row", classes="pane")
        self._placeholder = placeholder

    def compose(self) -> ComposeResult:
        """The sign of a search, the words, the count."""
        yield Static(SEARCH, id="glass", markup=False)
        yield Input(placeholder=self._placeholder, compact=True, max_length=100, id="words")
        yield Bar(id="count", whole=True)

    def count(self, text: str) -> None:
        """Say how much there is."""
        self.query_one("#count", Bar).show(right=(Run(text, Role.MUTED),))

    def clear(self) -> bool:
        """Take the words away; return whether there were any."""
        box = self.query_one(Input)
        had, box.value = bool(box.value), ""
        return had

    def on_focus_search(self) -> None:
        """Come here."""
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.screen.focus_next()
