"""The review: items at the left, what helps to answer them at the right."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from textual import events, on, work
from textual.app import ComposeResult

from vade.errors import VadeError
from vade.library import Library
from vade.project.content import Content
from vade.review import Desk
from vade.review.model import Review
from vade.text import counted
from vade.tui.evidence import candidates, listed
from vade.tui.keys import Hint
from vade.tui.page.runs import Run
from vade.tui.requests import ExportRecord, Say, ShowFinish
from vade.tui.reviewing import Only, Walk
from vade.tui.screens.base import VadeScreen
from vade.tui.screens.evidence import EvidenceScreen
from vade.tui.screens.note import NoteScreen
from vade.tui.telling import told, told_later
from vade.tui.theme.palette import Surface
from vade.tui.theme.roles import Role
from vade.tui.verbs.base import bindings
from vade.tui.verbs.common import Back
from vade.tui.verbs.entry import FollowLink
from vade.tui.verbs.panes import PANES
from vade.tui.verbs.review import (
    REVIEW,
    AskEvidence,
    AskNote,
    Fail,
    Filter,
    Finish,
    FollowUp,
    NextOpen,
    NotApplicable,
    Pass,
    Step,
    Undo,
)
from vade.tui.widgets.bar import Bar
from vade.tui.widgets.entry_pane import request_for
from vade.tui.widgets.page_view import PageView
from vade.tui.widgets.review_book import ReviewBook
from vade.tui.widgets.row_list import RowList
from vade.tui.widgets.too_small import TooSmall

__all__ = ["ReviewScreen"]

_KEYS: tuple[Hint, ...] = (
    (Pass, "pass"), (Fail, "fail"), (NotApplicable, "n/a"), (FollowUp, "follow-up"),
    (AskNote, "note"), (AskEvidence, "evidence"), (NextOpen, "next"), (Undo, "undo"),
    (Filter, "filter"), (Finish, "finish"), (Back, "library"),
)  # fmt: skip
_NARROW_KEYS: tuple[Hint, ...] = (
    *_KEYS[:4], (AskEvidence, "evidence"), ("enter", "why"), (Finish, "finish"),
)  # fmt: skip
_EVERY = 0.5
"""Seconds between two looks whether another terminal answered."""
_UNREAD = -1
"""No version: the next look reads the review."""


class ReviewScreen(VadeScreen):
    """Walks the items of one review."""

    CSS_PATH = "review.tcss"
    AUTO_FOCUS = "#items"
    VERBS = (*REVIEW, FollowLink, *PANES)
    BINDINGS = bindings(VERBS)

    def __init__(self, desk: Desk, library: Library, review: Review, at: str = "") -> None:
        """Walk `review`, beginning at the item `at`, else at the first that is open."""
        super().__init__()
        self._desk = desk
        self._library = library
        self.book = ReviewBook(desk, library, Walk(review))
        self._at = at or self._walk.first_open()
        self._version = _UNREAD

    @property
    def _walk(self) -> Walk:
        return self.book.walk

    def compose(self) -> ComposeResult:
        """Where one is, the items, the keys."""
        yield Bar(id="header")
        yield self.book
        yield Bar(id="status", surface=Surface.RAISED, whole=True)
        yield TooSmall()

    def on_mount(self) -> None:
        """Show the items, then ask what the changed files suggest."""
        self.book.show(self._walk, key=self._at)
        self.call_after_refresh(self._say)
        self._suggest()
        self._looking = self.set_interval(_EVERY, self._look)

    @work(exclusive=True, group="suggest")
    @told_later
    async def _suggest(self) -> None:
        review = self._walk.review
        entries = [e for item in review.items if (e := self._library.get(item.id))]
        found = await asyncio.to_thread(self._desk.suggestions, review, entries)
        if found:
            self._show(replace(self._walk, suggestions=found))

    @on(ReviewBook.Changed)
    def _changed(self) -> None:
        # Another terminal may have answered since this review was read: look again.
        self._version = _UNREAD
        self._say()

    @on(ReviewBook.NoteWanted)
    def _note(self, event: ReviewBook.NoteWanted) -> None:
        item = event.item

        def keep(text: str | None) -> None:
            if text is not None and text != item.answer.notes:
                self.book.note(item, text)

        self.app.push_screen(NoteScreen(item.title, item.answer.notes), keep)

    @on(ReviewBook.EvidenceWanted)
    def _evidence(self, event: ReviewBook.EvidenceWanted) -> None:
        def take(place: str | None) -> None:
            if place:
                self.book.evidence(event.item, place)

        root = self._desk.project.root
        known = candidates(event.item, self._walk)
        screen = EvidenceScreen(
            known,
            lambda: listed(known, self._walk.review, root),
            Content(root).working,
            event.typed,
        )
        self.app.push_screen(screen, take)

    @on(RowList.Chosen, "#items")
    def _opened(self) -> None:
        self.book.add_class("-reading")
        self.query_one("#guidance").focus()

    @on(PageView.LinkClicked)
    def _followed(self, event: PageView.LinkClicked) -> None:
        self.app.post_message(request_for(event.link, self.book.items.key or ""))

    def on_step(self, verb: Step) -> None:
        """Go to another open item."""
        found = self._walk.next_open(self.book.items.key, verb.BY)
        if not (found and self.book.items.go(found)):
            self.post_message(
                Say(f"Nothing else is open. {self.key_of(Finish)} finishes the review.")
            )

    def on_filter(self) -> None:
        """Show other items."""
        every = list(Only)
        following = every[(every.index(self._walk.only) + 1) % len(every)]
        self._show(replace(self._walk, only=following))

    def on_finish(self) -> None:
        """See what is owed."""
        self.post_message(ShowFinish(self._walk.review.id))

    def on_export(self) -> None:
        """Write the record."""
        self.post_message(ExportRecord(self._walk.review.id))

    def on_back(self) -> None:
        """Go from the guidance back to the items, else leave the review."""
        self.book.remove_class("-reading")
        if not self.leave_pane("#items"):
            self.dismiss()

    def on_resize(self, event: events.Resize) -> None:
        """Tell as many keys as there is room for."""
        self._say()

    def _show(self, walk: Walk) -> None:
        self.book.show(walk)
        self._say()

    @told
    def _look(self) -> None:
        """Show what another terminal answered; what cannot be read is said once."""
        try:
            version = self._desk.version(self._walk.review.id)
        except VadeError:
            self._looking.pause()
            raise
        if version == self._version:
            return
        self._version = version
        review = self._desk.get(self._walk.review.id)
        if review != self._walk.review:
            self._show(replace(self._walk, review=review))

    def _say(self) -> None:
        walk = self._walk
        self.query_one("#header", Bar).show(walk.place(commits=self.columns > 1), walk.progress())
        only = Run("" if walk.only is Only.ALL else f"only {walk.only} · ", Role.LABEL)
        count = Run(counted(len(walk.shown), "item"), Role.MUTED)
        keys = _KEYS if self.columns > 1 else _NARROW_KEYS
        self.query_one("#status", Bar).show(self.hints(*keys), (only, count))
