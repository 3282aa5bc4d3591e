"""A short list to choose from: a checklist, a link, a theme."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message

from vade.tui.keys import hints
from vade.tui.page.runs import Run
from vade.tui.screens.base import Sheet
from vade.tui.theme.roles import Role
from vade.tui.widgets.bar import Bar
from vade.tui.widgets.row_list import Row, RowLine, RowList

__all__ = ["Chooser", "choice"]


def choice(key: str, name: str, more: str = "") -> Row:
    """Return a row to choose."""
    return Row(key, (RowLine((Run(name),), (Run(more, Role.MUTED),) if more else ()),))


class Chooser(Sheet[str | None]):
    """Gives back the key of the chosen row, or None."""

    DEFAULT_CSS = """
    Chooser { align: center middle; background: $background 60%; }
    Chooser #sheet { width: 76; max-width: 96%; height: auto; max-height: 70%;
        background: $background; border: solid $border; }
    Chooser RowList { height: 20; max-height: 100%; }
    """
    BINDINGS = [Binding("escape,q", "leave", "Leave", show=False, id="chooser.leave")]

    class Passed(Message):
        """The cursor stands on another row: a chance to try it on."""

        def __init__(self, key: str) -> None:
            """Say which."""
            super().__init__()
            self.key = key

    def __init__(
        self, title: str, rows: Sequence[Row], key: str = "", *, live: bool = False
    ) -> None:
        """Choose among `rows`; `live` tells of every row passed."""
        super().__init__()
        self._title = title
        self._rows = rows
        self._key = key
        self._live = live

    def compose(self) -> ComposeResult:
        """The question, the rows, the keys."""
        with Vertical(id="sheet"):
            yield Bar((Run(self._title, Role.TITLE),))
            yield RowList(id="choices")
            yield Bar(hints(("enter", "chooses"), ("esc", "leaves")))

    def on_mount(self) -> None:
        """Show the rows, no higher than they need."""
        rows = self.query_one(RowList)
        rows.styles.height = min(max(sum(len(row.lines) for row in self._rows), 1), 20)
        rows.show(self._rows, key=self._key)

    @on(RowList.Moved)
    def _passed(self, event: RowList.Moved) -> None:
        if self._live and event.key:
            self.app.post_message(self.Passed(event.key))

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        self.dismiss(event.key)

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)
