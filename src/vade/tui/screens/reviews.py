"""The reviews of this project and of others: drafts, records, two compared, the trend."""

from __future__ import annotations

import asyncio

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal

from vade.errors import VadeError
from vade.review import Desk
from vade.review.archive import Past
from vade.review.compare import compare
from vade.tui.keys import hints
from vade.tui.page.runs import Run
from vade.tui.requests import EditFile, ExportRecord, Say, ShowReview
from vade.tui.reviews_rows import Order, comparison, past_rows, summary, trend
from vade.tui.screens.base import VadeScreen
from vade.tui.theme.palette import Surface
from vade.tui.theme.roles import Role
from vade.tui.verbs.base import bindings
from vade.tui.verbs.library import NextPane, PreviousPane
from vade.tui.verbs.records import RECORDS
from vade.tui.verbs.review import Export
from vade.tui.widgets.bar import Bar
from vade.tui.widgets.page_view import PageView
from vade.tui.widgets.row_list import RowList
from vade.tui.widgets.too_small import TooSmall

__all__ = ["ReviewsScreen"]

_KEYS = (
    ("enter", "resume"), ("space", "mark"), ("c", "compare"), ("E", "export"), ("e", "record"),
    ("t", "all projects"), ("s", "sort"), ("D", "discard"), ("esc", "back"),
)  # fmt: skip


class ReviewsScreen(VadeScreen):
    """Lists past reviews beside what is known of each."""

    CSS_PATH = "reviews.tcss"
    AUTO_FOCUS = "#past"
    VERBS = (*RECORDS, Export, NextPane, PreviousPane)
    BINDINGS = bindings(VERBS)

    def __init__(self, desk: Desk) -> None:
        """List the reviews of `desk`."""
        super().__init__()
        self._desk = desk
        self._past: tuple[Past, ...] = ()
        self._marked: tuple[str, ...] = ()
        self._everywhere = False
        self._order = Order.DATE

    def compose(self) -> ComposeResult:
        """The list, and what is known of the one under the cursor."""
        yield Bar((Run("reviews", Role.BRAND),), id="header")
        with Horizontal(id="spread"):
            yield RowList(id="past")
            yield PageView(id="about")
        yield Bar(hints(*_KEYS), id="status", surface=Surface.RAISED)
        yield TooSmall()

    def on_mount(self) -> None:
        """Read the store and the folder of records."""
        self._read()

    @work(exclusive=True, group="past")
    async def _read(self) -> None:
        desk = self._desk
        if self._everywhere:
            found = await asyncio.to_thread(desk.reviews, all_projects=True)
            self._past = tuple(Past(review) for review in found)
        else:
            self._past = await asyncio.to_thread(desk.past)
        self._show()

    @on(RowList.Moved, "#past")
    def _passed(self) -> None:
        past = self._here()
        page = self.query_one("#about", PageView)
        page.show(
            [*summary(past, self._desk.project.root), *trend(self._past)]
            if past
            else trend(self._past)
        )

    @on(RowList.Chosen, "#past")
    def _chosen(self) -> None:
        past = self._here()
        if past and past.stored and past.review.finished is None and not self._everywhere:
            self.post_message(ShowReview(past.review.id))
        elif past:
            self.query_one("#about").focus()

    def on_mark_row(self) -> None:
        """Mark a review; of three, the oldest mark goes."""
        past = self._here()
        if past:
            name = past.review.id
            kept = tuple(m for m in self._marked if m != name)
            self._marked = kept if name in self._marked else (*kept, name)[-2:]
            self._show()

    def on_compare_reviews(self) -> None:
        """Compare two."""
        by_id = {p.review.id: p.review for p in self._past}
        pair = sorted((by_id[m] for m in self._marked if m in by_id), key=lambda r: r.started)
        if len(pair) < 2 and (past := self._here()):
            older = [r for r in by_id.values() if r.started < past.review.started]
            pair = [max(older, key=lambda r: r.started), past.review] if older else []
        if len(pair) == 2:
            page = self.query_one("#about", PageView)
            page.show(comparison(pair[0], pair[1], compare(pair[0], pair[1])))
        else:
            self.post_message(Say("There is no earlier review to compare with."))

    def on_toggle_projects(self) -> None:
        """All projects, or this one."""
        self._everywhere = not self._everywhere
        self._read()

    def on_next_sort(self) -> None:
        """Sort by something else."""
        every = list(Order)
        self._order = every[(every.index(self._order) + 1) % len(every)]
        self._show()

    def on_discard(self) -> None:
        """Put a review away."""
        past = self._here()
        if past is None or not past.stored:
            self.post_message(Say("Only the record is left of it; remove the file by hand."))
            return
        try:
            self._desk.discard(past.review.id)
        except VadeError as error:
            self.post_message(Say(str(error), "warning"))
            return
        self.post_message(Say(f"Put away. vade review restore {past.review.id} takes it back."))
        self._read()

    def on_edit_here(self) -> None:
        """Open the record in the editor."""
        past = self._here()
        if past and past.path:
            self.post_message(EditFile(past.path, 1))
        else:
            self.post_message(Say("It has no record yet. E writes it."))

    def on_export(self) -> None:
        """Write the record again."""
        past = self._here()
        if past and past.stored:
            self.post_message(ExportRecord(past.review.id))

    def on_back(self) -> None:
        """Back to the library."""
        self.dismiss()

    def on_next_pane(self) -> None:
        """Go to the next pane."""
        self.toggle_class("-about")
        self.focus_next()

    def on_previous_pane(self) -> None:
        """Go to the pane before."""
        self.on_next_pane()

    def _here(self) -> Past | None:
        key = self.query_one("#past", RowList).key
        return next((p for p in self._past if p.review.id == key), None)

    def _show(self) -> None:
        rows = self.query_one("#past", RowList)
        ordered = sorted(self._past, key=_ORDERS[self._order])
        rows.show(past_rows(ordered, self._marked, names=self._everywhere), key=rows.key)
        where = "all projects" if self._everywhere else self._desk.project.name
        left = (Run("reviews", Role.BRAND), Run(f"  {where}", Role.TITLE))
        right = Run(f"{len(self._past)} by {self._order} ", Role.MUTED)
        self.query_one("#header", Bar).show(left, (right,))


_ORDERS = {
    Order.DATE: lambda p: -p.review.started.timestamp(),
    Order.VERDICT: lambda p: str(p.review.verdict.word),
    Order.FAILS: lambda p: -p.review.tally.failed,
}
