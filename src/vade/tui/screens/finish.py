"""Before a review is finished: what it still owes, and its record as it will be written."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from vade.errors import VadeError
from vade.review import Desk
from vade.review.model import Review, State, VerdictWord
from vade.tui.keys import Hint
from vade.tui.page.record import record_page
from vade.tui.page.runs import Run
from vade.tui.requests import CopyText, ExportRecord, Say
from vade.tui.reviewing import Walk, is_open
from vade.tui.screens.base import VadeScreen
from vade.tui.theme.palette import Surface
from vade.tui.theme.roles import Role
from vade.tui.theme.states import STATES
from vade.tui.verbs.base import bindings
from vade.tui.verbs.common import Back
from vade.tui.verbs.entry import CopyCode
from vade.tui.verbs.finish import FINISH
from vade.tui.verbs.panes import NextPane
from vade.tui.verbs.review import Export, Finish
from vade.tui.widgets.bar import Bar
from vade.tui.widgets.page_view import PageView
from vade.tui.widgets.panes import Panes
from vade.tui.widgets.row_list import Row, RowLine, RowList
from vade.tui.widgets.too_small import TooSmall

__all__ = ["FinishScreen"]

_KEYS: tuple[Hint, ...] = (
    ("enter", "to the item"), (Export, "export"), (Finish, "finish and export"),
    (CopyCode, "copy for a pull request"), (NextPane, "record"), (Back, "back"),
)  # fmt: skip
_SAID = {
    VerdictWord.INCOMPLETE: ("Not finished yet", Role.WARN),
    VerdictWord.FAIL: ("✗ The review fails", Role.ERROR),
    VerdictWord.PASS: ("✓ The review passes", Role.OK),
}


class FinishScreen(VadeScreen):
    """Gives back the id of an item to go to, or nothing."""

    CSS_PATH = "finish.tcss"
    AUTO_FOCUS = "#owed"
    OTHER = "-record"
    VERBS = FINISH
    BINDINGS = bindings(VERBS)

    def __init__(self, desk: Desk, review: Review) -> None:
        """Look at `review` before it is written down."""
        super().__init__()
        self._desk = desk
        self._review = review

    def compose(self) -> ComposeResult:
        """What is owed at the left, the record at the right."""
        yield Bar(id="header")
        with Panes(id="spread"):
            yield RowList(id="owed")
            yield PageView(id="record")
        yield Bar(self.hints(*_KEYS), id="status", surface=Surface.RAISED, whole=True)
        yield TooSmall()

    def on_mount(self) -> None:
        """Show both."""
        walk = Walk(self._review)
        self.query_one("#header", Bar).show(walk.place(commits=self.columns > 1), walk.progress())
        self.query_one("#owed", RowList).show(_owed(self._review, self._desk.folder))
        self.query_one("#record", PageView).show(record_page(self._desk.render(self._review)))

    @on(RowList.Chosen, "#owed")
    def _go(self, event: RowList.Chosen) -> None:
        self.dismiss(event.key)

    def on_back(self) -> None:
        """Go back to what is owed, else to the items."""
        if not self.leave_pane("#owed"):
            self.dismiss(None)

    def on_export(self) -> None:
        """Write the record; the review stays open."""
        self.post_message(ExportRecord(self._review.id))

    def on_finish(self) -> None:
        """Close the review and write its record."""
        self.post_message(ExportRecord(self._review.id, finish=True))

    def on_copy_code(self) -> None:
        """Copy the short form for a pull request."""
        try:
            text = str(self._desk.export(self._review.id, "pr"))
        except VadeError as error:
            self.post_message(Say(str(error), "warning"))
            return
        self.post_message(CopyText(text, "the pull-request form"))


def _owed(review: Review, folder: str) -> list[Row]:
    word, role = _SAID[review.verdict.word]
    rows = [Row("", (RowLine((Run(word, role),)), RowLine(())))]
    owed = [item for item in review.items if is_open(item)]
    if owed:
        rows.append(Row("", (RowLine((Run("Still owed", Role.HEADING),)),)))
    for item in owed:
        glyph, colour = STATES[item.answer.state]
        what = "a reason" if item.answer.owes_reason else "an answer"
        rows.append(
            Row(
                item.id,
                (RowLine((Run(f"{glyph} ", colour), Run(item.title)), (Run(what, Role.WARN),)),),
            )
        )
    failed = [item for item in review.items if item.answer.state is State.FAIL]
    if failed:
        rows.append(Row("", (RowLine(()), RowLine((Run("Fails", Role.HEADING),)))))
    for item in failed:
        line = RowLine(
            (Run("✗ ", Role.ERROR), Run(item.title)), (Run(str(item.weight), Role.MUTED),)
        )
        rows.append(Row(item.id, (line,)))
    where = Run(f"The record goes to {folder}/", Role.MUTED)
    return [*rows, Row("", (RowLine(()), RowLine((where,))))]
