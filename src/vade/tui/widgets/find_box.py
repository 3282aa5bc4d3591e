"""The box that finds text in a page."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

__all__ = ["FindBox"]


class FindBox(Horizontal):
    """Takes what to find; says which match is shown."""

    DEFAULT_CSS = """
    FindBox { height: 1; background: $panel; }
    FindBox Input { width: 1fr; background: $panel; }
    FindBox Static { width: auto; padding: 0 1; color: $foreground; }
    """
    BINDINGS = [Binding("escape", "leave", "Close", show=False, id="find.close")]

    class Left(Message):
        """The box was closed."""

    def __init__(self) -> None:
        """Begin with no text."""
        super().__init__()
        self._input = Input(placeholder="find in page", compact=True, max_length=200, id="find")

    def compose(self) -> ComposeResult:
        """The text at the left, the count at the right."""
        yield self._input
        yield Static("", markup=False)

    def on_unmount(self) -> None:
        """Leave the signal that the text is subscribed to: the screen would hold it for good."""
        self.screen.text_selection_started_signal.unsubscribe(self._input)

    def say(self, text: str) -> None:
        """Say which match is shown, unless the box was closed meanwhile."""
        for count in self.query(Static):
            count.update(Content(text))

    def action_leave(self) -> None:
        """Close the box."""
        self.post_message(self.Left())
