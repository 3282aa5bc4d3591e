"""The reviews of this project and of others: drafts, records, two compared, the trend."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from textual import on, work
from textual.app import ComposeResult

from vade.review import Desk
from vade.review.archive import Past
from vade.review.compare import compare
from vade.tui.keys import Hint
from vade.tui.listing import Listing, Outcome
from vade.tui.page.record import record_page
from vade.tui.page.runs import Run
from vade.tui.page.trend import trend
from vade.tui.requests import EditFile, ExportRecord, Say, ShowReview
from vade.tui.reviews_rows import comparison, past_rows, summary
from vade.tui.screens.base import VadeScreen
from vade.tui.telling import told_later
from vade.tui.theme.palette import Surface
from vade.tui.theme.roles import Role
from vade.tui.verbs.base import bindings
from vade.tui.verbs.common import Back
from vade.tui.verbs.library import FocusSearch
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
from vade.tui.verbs.review import Export, Finish, Undo
from vade.tui.widgets.bar import Bar
from vade.tui.widgets.page_view import PageView
from vade.tui.widgets.panes import Panes
from vade.tui.widgets.row_list import RowList
from vade.tui.widgets.too_small import TooSmall
from vade.tui.widgets.words_row import WordsRow

__all__ = ["ReviewsScreen"]

_KEYS: tuple[Hint, ...] = (
    ("enter", "resume, or read"), (MarkRow, "mark"), (CompareReviews, "compare"),
    (FocusSearch, "words"), (Export, "export"), (EditHere, "edit"),
    (FilterReviews, "filter"), (NextSort, "sort"),
    (ToggleProjects, "all projects"), (Back, "back"),
)  # fmt: skip


class ReviewsScreen(VadeScreen):
    """Lists past reviews beside what is known of each."""

    CSS_PATH = "reviews.tcss"
    AUTO_FOCUS = "#past"
    OTHER = "-about"
    VERBS = (FocusSearch, *RECORDS, Export, Undo, *PANES)
    BINDINGS = bindings(VERBS)

    def __init__(self, desk: Desk) -> None:
        """List the reviews of `desk`."""
        super().__init__()
        self._desk = desk
        self._listing = Listing()
        self._put_away = ""

    def compose(self) -> ComposeResult:
        """The list, and what is known of the one under the cursor."""
        yield Bar((Run("reviews", Role.BRAND),), id="header")
        yield WordsRow("words of a review")
        with Panes(id="spread"):
            yield RowList(id="past")
            yield PageView(id="about")
        yield Bar(self.hints(*_KEYS), id="status", surface=Surface.RAISED, whole=True)
        yield TooSmall()

    def on_mount(self) -> None:
        """Read the store and the folder of records."""
        self._read()

    @work(exclusive=True, group="past")
    @told_later
    async def _read(self) -> None:
        desk, everywhere = self._desk, self._listing.everywhere
        if everywhere:
            found = await asyncio.to_thread(desk.reviews, all_projects=True)
            past = tuple(Past(review) for review in found)
        else:
            past = await asyncio.to_thread(desk.past)
        self._show(replace(self._listing, past=past))
        for said in await asyncio.to_thread(desk.unreadable, everywhere):
            self.post_message(Say(said, "warning"))

    @on(RowList.Moved, "#past")
    def _passed(self) -> None:
        past = self._here()
        known = summary(past, self._desk.project.root, self.keymap) if past else []
        listing = self._listing
        plot = [] if listing.everywhere else trend([p.review for p in listing.past])
        self.query_one("#about", PageView).show([*known, *plot])

    def on_words_row_typed(self, event: WordsRow.Typed) -> None:
        """List the reviews that have the words."""
        self._show(replace(self._listing, words=event.words))

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
        """Mark a review, or not."""
        if past := self._here():
            self._show(self._listing.with_mark(past.review.id))

    def on_compare_reviews(self) -> None:
        """Compare two."""
        if pair := self._listing.pair(self.query_one("#past", RowList).key):
            page = self.query_one("#about", PageView)
            page.show(comparison(*pair, compare(*pair)))
            self.add_class("-about")
            page.focus()
        else:
            self.post_message(Say("There is no earlier review to compare with."))

    def on_toggle_projects(self) -> None:
        """All projects, or this one."""
        self._listing = replace(self._listing, everywhere=not self._listing.everywhere)
        self._read()

    def on_next_sort(self) -> None:
        """Sort by something else."""
        self._show(self._listing.sorted_next())

    def on_filter_reviews(self) -> None:
        """List other outcomes."""
        self._show(self._listing.filtered_next())

    def on_discard(self) -> None:
        """Put a review away."""
        past = self._here()
        if past is None or not past.stored:
            self.post_message(Say("Only the record is left of it; remove the file by hand."))
            return

        def put_away() -> str:
            self._desk.discard(past.review.id)
            self._put_away = past.review.id
            return f"Put away. {self.key_of(Undo)} takes it back."

        if self.attempt(put_away):
            self._read()

    def on_undo(self) -> None:
        """Take back what was put away."""

        def take_back() -> str:
            if not self._put_away:
                return "Nothing was put away here."
            self._desk.restore(self._put_away)
            return "Taken back."

        if self.attempt(take_back):
            self._read()

    def on_reopen(self) -> None:
        """Make a finished review a draft again."""
        past = self._here()

        def reopen(review_id: str) -> str:
            self._desk.reopen(review_id)
            return f"Open again: enter goes on with it, {self.key_of(Finish)} finishes it."

        if past and self.attempt(lambda: reopen(past.review.id)):
            self._read()

    def on_edit_here(self) -> None:
        """Open the record in the editor."""
        past = self._here()
        if past and past.path:
            self.post_message(EditFile(past.path, 1))
        else:
            self.post_message(Say(f"It has no record yet. {self.key_of(Export)} writes it."))

    def on_export(self) -> None:
        """Write the record again."""
        past = self._here()
        if past and not _is_ours(past, self._desk):
            self.post_message(Say(f"It belongs to {past.review.root}: open vade there.", "warning"))
        elif past and past.stored:
            self.post_message(ExportRecord(past.review.id))

    def on_back(self) -> None:
        """Clear the words, else back to the list, else to the library."""
        had_words = not self.query_one("#about").has_focus and self.query_one(WordsRow).clear()
        if not self.leave_pane("#past") and not had_words:
            self.dismiss()

    def _here(self) -> Past | None:
        return self._listing.named(self.query_one("#past", RowList).key)

    def _show(self, listing: Listing) -> None:
        self._listing = listing
        rows = self.query_one("#past", RowList)
        rows.show(past_rows(listing), key=rows.key)
        where = "all projects" if listing.everywhere else self._desk.project.name
        self.query_one("#header", Bar).show(
            (Run("reviews", Role.BRAND), Run(f"  {where}", Role.TITLE)),
        )
        only = "" if listing.outcome is Outcome.ALL else f"only {listing.outcome} · "
        self.query_one(WordsRow).count(f"{only}{len(listing.shown)} by {listing.order}")


def _is_ours(past: Past, desk: Desk) -> bool:
    return past.review.root in ("", desk.root)
