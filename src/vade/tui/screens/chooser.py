"""A list to choose from: a checklist, a link, a theme. A long one is narrowed by typing."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from vade.tui.keys import hints
from vade.tui.page.runs import Run, plain
from vade.tui.screens.list_sheet import ListSheet, list_keys
from vade.tui.theme.roles import Role
from vade.tui.widgets.bar import Bar
from vade.tui.widgets.row_list import Row, RowLine, RowList

__all__ = ["Chooser", "choice", "heading"]

_SHORT = 12
"""Rows up to which nobody needs to type."""
_HIGHEST = 20
_FRAME = 4
"""The border, the question and the keys."""
_NOTHING = Row("", (RowLine((Run("Nothing is called that.", Role.MUTED),)),))


def choice(key: str, name: str, more: str = "") -> Row:
    """Return a row to choose."""
    return Row(key, (RowLine((Run(name),), (Run(more, Role.MUTED),) if more else ()),))


def heading(title: str, *, first: bool = False) -> Row:
    """Return a row that stands above others."""
    line = RowLine((Run(title, Role.HEADING),))
    return Row("", (line,) if first else (RowLine(()), line))


class Chooser(ListSheet[str | None]):
    """Gives back the key of the chosen row, or None."""

    DEFAULT_CSS = """
    Chooser { align: center middle; background: $background 60%; }
    Chooser #sheet { width: 76; max-width: 96%; max-height: 80%;
        background: $background; border: solid $border; }
    Chooser RowList { height: 1fr; }
    """
    BINDINGS = [
        Binding("escape,q", "leave", "Leave", show=False, id="chooser.leave"),
        *list_keys("chooser"),
    ]

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
        self._long = len(rows) > _SHORT

    def compose(self) -> ComposeResult:
        """The question, some letters where there are many rows, the rows, the keys."""
        with Vertical(id="sheet"):
            yield Bar((Run(self._title, Role.TITLE),))
            if self._long:
                yield Input(placeholder="letters of its name", compact=True, max_length=80)
            yield RowList(id="choices")
            yield Bar(hints(("↑↓", "choose"), ("enter", "takes it"), ("esc", "leaves")))

    def on_mount(self) -> None:
        """Show the rows, no higher than they need."""
        lines = min(max(sum(row.height for row in self._rows), 1), _HIGHEST)
        self.query_one("#sheet").styles.height = lines + _FRAME + self._long
        self.query_one(RowList).show(self._rows, key=self._key)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        words = event.value.casefold().split()
        rows = [row for row in self._rows if row.key and _has(row, words)] if words else self._rows
        self.query_one(RowList).show(rows or [_NOTHING])

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.query_one(RowList).action_choose()

    @on(RowList.Moved)
    def _passed(self, event: RowList.Moved) -> None:
        if self._live and event.key:
            self.app.post_message(self.Passed(event.key))

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        self.dismiss(event.key)


def _has(row: Row, words: Sequence[str]) -> bool:
    text = plain(run for line in row.lines for run in line.left).casefold()
    return all(word in text for word in words)
