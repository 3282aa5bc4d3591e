"""The reviews of this project and of others: drafts, records, two compared, the trend."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual import on, work
from textual.app import ComposeResult

from vade.errors import VadeError
from vade.review import Desk
from vade.review.archive import Past
from vade.review.compare import compare
from vade.tui.keys import Hint
from vade.tui.page.record import record_page
from vade.tui.page.runs import Run
from vade.tui.page.trend import trend
from vade.tui.requests import EditFile, ExportRecord, Say, ShowReview
from vade.tui.reviews_rows import Order, Outcome, comparison, past_rows, summary
from vade.tui.screens.base import VadeScreen
from vade.tui.telling import told_later
from vade.tui.theme.palette import Surface
from vade.tui.theme.roles import Role
from vade.tui.verbs.base import bindings
from vade.tui.verbs.common import Back
from vade.tui.verbs.panes import PANES
from vade.tui.verbs.records import (
    RECORDS,
    CompareReviews,
    EditHere,
    FilterReviews,
    MarkRow,
    NextSort,
    ToggleProjects,
)
from vade.tui.verbs.review import Export, Undo
from vade.tui.widgets.bar import Bar
from vade.tui.widgets.page_view import PageView
from vade.tui.widgets.panes import Panes
from vade.tui.widgets.row_list import RowList
from vade.tui.widgets.too_small import TooSmall

__all__ = ["ReviewsScreen"]

_KEYS: tuple[Hint, ...] = (
    ("enter", "resume, or read"), (MarkRow, "mark"), (CompareReviews, "compare"),
    (Export, "export"), (EditHere, "edit"), (FilterReviews, "filter"), (NextSort, "sort"),
    (ToggleProjects, "all projects"), (Back, "back"),
)  # fmt: skip


class ReviewsScreen(VadeScreen):
    """Lists past reviews beside what is known of each."""

    CSS_PATH = "reviews.tcss"
    AUTO_FOCUS = "#past"
    OTHER = "-about"
    VERBS = (*RECORDS, Export, Undo, *PANES)
    BINDINGS = bindings(VERBS)

    def __init__(self, desk: Desk) -> None:
        """List the reviews of `desk`."""
        super().__init__()
        self._desk = desk
        self._past: tuple[Past, ...] = ()
        self._marked: tuple[str, ...] = ()
        self._everywhere = False
        self._order = Order.DATE
        self._outcome = Outcome.ALL
        self._put_away = ""

    def compose(self) -> ComposeResult:
        """The list, and what is known of the one under the cursor."""
        yield Bar((Run("reviews", Role.BRAND),), id="header")
        with Panes(id="spread"):
            yield RowList(id="past")
            yield PageView(id="about")
        yield Bar(self.hints(*_KEYS), id="status", surface=Surface.RAISED)
        yield TooSmall()

    def on_mount(self) -> None:
        """Read the store and the folder of records."""
        self._read()

    @work(exclusive=True, group="past")
    @told_later
    async def _read(self) -> None:
        desk = self._desk
        if self._everywhere:
            found = await asyncio.to_thread(desk.reviews, all_projects=True)
            self._past = tuple(Past(review) for review in found)
        else:
            self._past = await asyncio.to_thread(desk.past)
        self._show()
        for said in await asyncio.to_thread(desk.unreadable, self._everywhere):
            self.post_message(Say(said, "warning"))

    @on(RowList.Moved, "#past")
    def _passed(self) -> None:
        past = self._here()
        known = summary(past, self._desk.project.root) if past else []
        plot = [] if self._everywhere else trend([p.review for p in self._past])
        self.query_one("#about", PageView).show([*known, *plot])

    @on(RowList.Chosen, "#past")
    def _chosen(self) -> None:
        past = self._here()
        if past and past.stored and past.review.finished is None and _is_ours(past, self._desk):
            self.post_message(ShowReview(past.review.id))
        elif past:
            page = self.query_one("#about", PageView)
            page.show(record_page(self._desk.render(past.review)))
            self.add_class("-about")
            page.focus()

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
            self.add_class("-about")
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

    def on_filter_reviews(self) -> None:
        """List other outcomes."""
        every = list(Outcome)
        self._outcome = every[(every.index(self._outcome) + 1) % len(every)]
        self._show()

    def on_discard(self) -> None:
        """Put a review away."""
        past = self._here()
        if past is None or not past.stored:
            self.post_message(Say("Only the record is left of it; remove the file by hand."))
            return
        self._put_away = past.review.id
        self._do(lambda: self._desk.discard(self._put_away), "Put away. z takes it back.")

    def on_undo(self) -> None:
        """Take back what was put away."""
        if self._put_away:
            self._do(lambda: self._desk.restore(self._put_away), "Taken back.")
        else:
            self.post_message(Say("Nothing was put away here."))

    def on_reopen(self) -> None:
        """Make a finished review a draft again."""
        if past := self._here():
            text = "Open again: enter goes on with it, F finishes it."
            self._do(lambda: self._desk.reopen(past.review.id), text)

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
        if past and not _is_ours(past, self._desk):
            self.post_message(Say(f"It belongs to {past.review.root}: open vade there.", "warning"))
        elif past and past.stored:
            self.post_message(ExportRecord(past.review.id))

    def on_back(self) -> None:
        """Back to the list, else to the library."""
        if self.has_class("-about") and self.columns == 1:
            self.remove_class("-about")
            self.query_one("#past").focus()
        else:
            self.dismiss()

    def _here(self) -> Past | None:
        key = self.query_one("#past", RowList).key
        return next((p for p in self._past if p.review.id == key), None)

    def _do(self, change: Callable[[], object], said: str) -> None:
        try:
            change()
        except VadeError as error:
            self.post_message(Say(str(error), "warning"))
            return
        self.post_message(Say(said))
        self._read()

    def _show(self) -> None:
        rows = self.query_one("#past", RowList)
        kept = [p for p in self._past if self._outcome.keeps(p)]
        ordered = sorted(kept, key=_ORDERS[self._order])
        rows.show(past_rows(ordered, self._marked, names=self._everywhere), key=rows.key)
        where = "all projects" if self._everywhere else self._desk.project.name
        left = (Run("reviews", Role.BRAND), Run(f"  {where}", Role.TITLE))
        only = "" if self._outcome is Outcome.ALL else f"only {self._outcome} · "
        right = Run(f"{only}{len(kept)} by {self._order} ", Role.MUTED)
        self.query_one("#header", Bar).show(left, (right,))


def _is_ours(past: Past, desk: Desk) -> bool:
    return past.review.root in ("", desk.root)


_ORDERS: dict[Order, Callable[[Past], float | str]] = {
    Order.DATE: lambda p: -p.review.started.timestamp(),
    Order.VERDICT: lambda p: str(p.review.verdict.word),
    Order.FAILS: lambda p: -p.review.tally.failed,
}
