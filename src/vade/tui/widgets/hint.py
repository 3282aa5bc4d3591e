"""What a newcomer needs to know; it goes away by itself."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from vade.tui.keys import Hint as Key
from vade.tui.keys import hints, keys_in_force
from vade.tui.page.runs import Run
from vade.tui.theme.palette import Surface
from vade.tui.theme.roles import Role
from vade.tui.verbs.common import Back, Help, Palette
from vade.tui.verbs.entry import CopyCode, ToggleStar
from vade.tui.verbs.library import OpenGallery, OpenReview
from vade.tui.widgets.bar import Bar

__all__ = ["Hint"]

_TYPING: tuple[Key, ...] = (
    ("↑↓", "choose"), ("enter", "opens"), (Palette, "all by name"), (Help, "keys"),
)  # fmt: skip
_AFTER: tuple[Key, ...] = (
    (Back, "leaves the box; then"), (CopyCode, "copies code"), (ToggleStar, "stars"),
    (OpenGallery, "patterns"), (OpenReview, "review"),
)  # fmt: skip


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
        keymap = keys_in_force(self)
        for keys in (_TYPING, _AFTER):
            yield Bar(hints(*keys, keymap=keymap), surface=Surface.GOOD)
