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
        """What works while one types, and what after that, under a line of welcome."""
        welcome = (
            Run("New here?", Role.TITLE),
            Run("  Type what you look for. This hint goes when you open something.", Role.MUTED),
        )
        yield Bar(welcome, surface=Surface.GOOD)
        typing = (("↑↓", "choose"), ("enter", "opens"), ("ctrl+p", "all by name"), ("f1", "keys"))
        yield Bar(hints(*typing), surface=Surface.GOOD)
        after = (("y", "copies code"), ("*", "stars"), ("c", "patterns"), ("r", "review"))
        yield Bar(hints(("esc", "leaves the box; then"), *after), surface=Surface.GOOD)
