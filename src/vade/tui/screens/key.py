"""Another key for a binding: press it."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical

from vade.tui.keys import hints
from vade.tui.page.runs import Run
from vade.tui.screens.base import Sheet
from vade.tui.theme.roles import Role
from vade.tui.widgets.bar import Bar

__all__ = ["KeyScreen"]


class KeyScreen(Sheet[str | None]):
    """Gives back the next key that is pressed; None for escape."""

    DEFAULT_CSS = """
    KeyScreen { align: center middle; background: $background 60%; }
    KeyScreen #sheet { width: 60; max-width: 96%; height: auto; background: $background;
        border: solid $border; padding: 1 0; }
    """

    def __init__(self, title: str) -> None:
        """Ask for the key of `title`."""
        super().__init__()
        self._title = title

    def compose(self) -> ComposeResult:
        """The question."""
        with Vertical(id="sheet"):
            yield Bar((Run("Press the new key for  ", Role.MUTED), Run(self._title, Role.TITLE)))
            yield Bar(hints(("esc", "leaves it as it is")))

    def on_key(self, event: events.Key) -> None:
        """Take it, whatever it is bound to."""
        event.stop()
        event.prevent_default()
        self.dismiss(None if event.key == "escape" else event.key)
