"""One line that is asked for."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input

from vade.tui.keys import hints
from vade.tui.page.runs import Run
from vade.tui.screens.base import Sheet
from vade.tui.theme.roles import Role
from vade.tui.widgets.bar import Bar

__all__ = ["AskScreen"]


class AskScreen(Sheet[str | None]):
    """Gives back what was typed, or None."""

    DEFAULT_CSS = """
    AskScreen { align: center middle; background: $background 60%; }
    AskScreen #sheet { width: 76; max-width: 96%; height: auto; background: $background;
        border: solid $border; }
    AskScreen Input { margin: 1 0; }
    """
    BINDINGS = [Binding("escape", "leave", "Leave", show=False, id="ask.leave", priority=True)]

    def __init__(self, question: str) -> None:
        """Ask a question."""
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """The question, the line, the keys."""
        with Vertical(id="sheet"):
            yield Bar((Run(self._question, Role.TITLE),))
            yield Input(compact=True, max_length=120)
            yield Bar(hints(("enter", "begins"), ("esc", "leaves")))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self.dismiss(event.value.strip())
