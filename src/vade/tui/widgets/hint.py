"""What a newcomer needs to know; it goes away by itself."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from vade.tui.keys import hints
from vade.tui.page.runs import Run
from vade.tui.theme.palette import Surface
from vade.tui.theme.roles import Role
from vade.tui.widgets.bar import Bar

__all__ = ["Hint"]


class Hint(Vertical):
    """Shown until the first entry was opened."""

    DEFAULT_CSS = """
    Hint { height: 3; }
    """

    def compose(self) -> ComposeResult:
        """Two lines of keys under a line of welcome."""
        welcome = (
            Run("New here?", Role.TITLE),
            Run("  Type what you look for. This hint goes when you open something.", Role.MUTED),
        )
        yield Bar(welcome, surface=Surface.GOOD)
        reading = (("↑↓", "choose"), ("enter", "opens"), ("y", "copies code"), ("*", "stars"))
        yield Bar(hints(*reading, ("c", "patterns as code")), surface=Surface.GOOD)
        doing = (("esc", "out of the box"), ("r", "reviews this project"))
        yield Bar(hints(*doing, ("ctrl+p", "all by name"), ("f1", "keys")), surface=Surface.GOOD)
