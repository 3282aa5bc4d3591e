"""Evidence: a file by some letters of its name, then its lines."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input

from vade.errors import VadeError
from vade.tui.evidence import FILE, REMOVE, Candidates, Span, direct
from vade.tui.keys import hints
from vade.tui.page.runs import Run
from vade.tui.screens.base import Sheet
from vade.tui.screens.list_sheet import list_keys
from vade.tui.theme.roles import Role
from vade.tui.widgets.bar import Bar
from vade.tui.widgets.row_list import RowList

__all__ = ["EvidenceScreen"]

_FILE_KEYS = hints(("↑↓", "choose"), ("enter", "its lines, or what is typed"), ("esc", "leaves"))
_LINE_KEYS = hints(("space", "begins a span"), ("enter", "takes the lines"), ("esc", "files"))


class EvidenceScreen(Sheet[str | None]):
    """Gives back `path:first-last`, a URL, `remove:n`, or None."""

    DEFAULT_CSS = """
    EvidenceScreen { align: center middle; background: $background 60%; }
    EvidenceScreen #sheet { width: 100; max-width: 98%; height: 84%; background: $background;
        border: solid $border; }
    EvidenceScreen RowList { height: 1fr; margin: 1 0 0 0; }
    EvidenceScreen #lines { display: none; }
    """
    BINDINGS = [
        Binding("escape", "leave", "Leave", show=False, id="evidence.leave", priority=True),
        *list_keys("evidence"),
        Binding("space,v", "mark", "Begin a span", show=False, id="evidence.mark"),
    ]

    def __init__(
        self,
        candidates: Candidates,
        everything: Callable[[], Candidates],
        read: Callable[[str], Sequence[str] | None],
        typed: str = "",
    ) -> None:
        """Choose among files.

        Args:
            candidates: What can be offered at once.
            everything: Gives what can be offered when all files were listed; takes a while.
            read: Gives the lines of a file.
            typed: What the search begins with.
        """
        super().__init__()
        self._candidates = candidates
        self._everything = everything
        self._read = read
        self._typed = typed
        self._span: Span | None = None

    def compose(self) -> ComposeResult:
        """A search over files; the lines take its place."""
        with Vertical(id="sheet"):
            yield Bar((Run("Evidence", Role.TITLE),), id="title")
            yield Input(
                self._typed, placeholder="letters of a file, path:line, or a URL", compact=True,
                max_length=600, select_on_focus=False, id="typed",
            )  # fmt: skip
            yield RowList(id="files")
            yield RowList(id="lines")
            yield Bar(_FILE_KEYS, id="keys")

    def on_mount(self) -> None:
        """Show what is known, then list all files."""
        self._show_files()
        self._list()

    @work(exclusive=True)
    async def _list(self) -> None:
        self._candidates = await asyncio.to_thread(self._everything)
        self._show_files()

    @on(Input.Changed)
    def _show_files(self) -> None:
        self.query_one("#files", RowList).show(self._candidates.rows(self.query_one(Input).value))

    @on(Input.Submitted)
    def _entered(self) -> None:
        if place := direct(self.query_one(Input).value):
            self.dismiss(place)
        else:
            self.query_one("#files", RowList).action_choose()

    @on(RowList.Chosen, "#files")
    def _chosen(self, event: RowList.Chosen) -> None:
        if event.key.startswith(REMOVE):
            self.dismiss(event.key)
            return
        path = event.key.removeprefix(FILE)
        try:
            lines = self._read(path)
        except VadeError as error:
            self._say(str(error))
            return
        if not lines:
            self._say(f"{path} is not there, or is empty.")
            return
        self._span = Span(path, lines)
        self._swap(lines=True)
        self.query_one("#lines", RowList).show(self._span.rows(1))

    @on(RowList.Moved, "#lines")
    def _moved(self, event: RowList.Moved) -> None:
        if self._span and self._span.mark and event.key:
            self.query_one("#lines", RowList).repaint(self._span.rows(int(event.key)))

    @on(RowList.Chosen, "#lines")
    def _taken(self, event: RowList.Chosen) -> None:
        if self._span:
            self.dismiss(self._span.place(int(event.key)))

    def action_mark(self) -> None:
        """Begin a span at the cursor, or give it up."""
        rows = self.query_one("#lines", RowList)
        if self._span and rows.key:
            self._span = replace(self._span, mark=0 if self._span.mark else int(rows.key))
            rows.repaint(self._span.rows(int(rows.key)))

    def action_move(self, by: int) -> None:
        """Move in what is shown."""
        for rows in self.query("#lines" if self._span else "#files").results(RowList):
            rows.action_move(by)

    def action_page(self, by: int) -> None:
        """Move by a page."""
        for rows in self.query("#lines" if self._span else "#files").results(RowList):
            rows.action_page(by)

    def action_leave(self) -> None:
        """Back to the files, else leave."""
        if self._span is None:
            self.dismiss(None)
        else:
            self._swap(lines=False)

    def _swap(self, *, lines: bool) -> None:
        if not lines:
            self._span = None
        self.query_one("#files").display = not lines
        self.query_one("#typed").display = not lines
        self.query_one("#lines").display = lines
        self.query_one("#keys", Bar).show(_LINE_KEYS if lines else _FILE_KEYS)
        self._say(self._span.path if self._span else "")
        self.query_one("#lines" if lines else "#typed").focus()

    def _say(self, text: str) -> None:
        title = (Run("Evidence", Role.TITLE), Run(f"  {text}", Role.MUTED))
        self.query_one("#title", Bar).show(title)
