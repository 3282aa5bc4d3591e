"""One entry over another screen: what a review's item leads to."""

from __future__ import annotations

from textual.app import ComposeResult

from vade.errors import VadeError
from vade.library import Library
from vade.library.links import follow
from vade.tui.history import History
from vade.tui.keys import Hint
from vade.tui.requests import OpenEntry, Say
from vade.tui.screens.base import VadeScreen
from vade.tui.theme.palette import Surface
from vade.tui.verbs.base import bindings
from vade.tui.verbs.common import Back
from vade.tui.verbs.entry import (
    ENTRY,
    CopyCode,
    CopyWithSource,
    FindInPage,
    FollowLink,
    ToggleProof,
)
from vade.tui.verbs.library import Forward, Return
from vade.tui.widgets.bar import Bar
from vade.tui.widgets.entry_pane import EntryPane, Shown
from vade.tui.widgets.too_small import TooSmall

__all__ = ["EntryScreen"]

_KEYS: tuple[Hint, ...] = (
    (CopyCode, "copy"), (CopyWithSource, "with source"), (ToggleProof, "proof"),
    (FollowLink, "links"), (FindInPage, "find"), (Return, "back"), (Back, "return"),
)  # fmt: skip


class EntryScreen(VadeScreen):
    """Shows an entry and what it links to, and goes back to where one was."""

    DEFAULT_CSS = """
    EntryScreen EntryPane { height: 1fr; }
    """
    AUTO_FOCUS = "#page"
    VERBS = (*ENTRY, Return, Forward)
    BINDINGS = bindings(VERBS)

    def __init__(self, library: Library, ref: str, origin: str = "") -> None:
        """Show the entry that `ref` names, a link of the entry `origin`."""
        super().__init__()
        self._library = library
        self._ref = ref
        self._origin = origin
        self._history = History()

    def compose(self) -> ComposeResult:
        """The entry and its keys."""
        yield EntryPane()
        yield Bar(self.hints(*_KEYS), id="status", surface=Surface.RAISED, whole=True)
        yield TooSmall()

    def on_mount(self) -> None:
        """Show the entry."""
        self.open(self._ref, self._origin)

    def open(self, ref: str, origin: str = "") -> None:
        """Show an entry by its id, an end of it, or a link of the entry `origin`."""
        try:
            entry = follow(self._library, ref, self._library.get(origin))
        except VadeError as error:
            self.post_message(Say(str(error).split("\n", maxsplit=1)[0], "warning"))
            return
        self._history = self._history.visit(entry.id)
        self._show()

    def on_open_entry(self, request: OpenEntry) -> None:
        """Follow a link to an entry."""
        request.stop()
        self.open(request.ref, request.origin)

    def on_return(self) -> None:
        """One back."""
        self._history = self._history.back()
        self._show()

    def on_forward(self) -> None:
        """One forward."""
        self._history = self._history.forward()
        self._show()

    def on_back(self) -> None:
        """Go back to where one was."""
        self.dismiss()

    def _show(self) -> None:
        entry = self._library.get(self._history.current)
        if entry is not None:
            related = self._library.related(entry)
            parts = self._library.beside(entry)
            self.query_one(EntryPane).show(Shown(entry, related, parts))
