"""What the app does for reviews: begins, resumes, finishes, writes records."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App

from vade.tui.requests import ExportRecord, Say, ShowFinish, ShowReview, Survey
from vade.tui.telling import told

if TYPE_CHECKING:
    from vade.library import ChecklistSource
    from vade.tui.shelf import Shelf
    from vade.workspace import Workspace

__all__ = ["Reviewing"]


class Reviewing(App[str], inherit_bindings=False):
    """The part of the app that opens reviews."""

    workspace: Workspace
    shelf: Shelf

    @told
    def on_open_review(self) -> None:
        """Go on with the newest unfinished review here, or begin one."""
        from vade.library.checklists import in_order
        from vade.tui.checklist_rows import checklist_rows
        from vade.tui.screens.chooser import Chooser

        library = self.shelf.library
        if library is None:
            self.post_message(Say("The library is still being read."))
            return
        draft = self.workspace.desk.newest_draft()
        if draft is not None:
            self.post_message(ShowReview(draft.id))
            return
        checklists = in_order(library)
        if not checklists:
            self.post_message(Say("No pack has a checklist.", "warning"))
        elif len(checklists) == 1:
            self._begin(checklists)
        else:
            self.push_screen(
                Chooser("Which checklist?", checklist_rows(checklists, library)), self._begin_named
            )

    @told
    def on_open_reviews(self) -> None:
        """List the reviews."""
        from vade.tui.screens.reviews import ReviewsScreen

        self.push_screen(ReviewsScreen(self.workspace.desk), self._left)

    @told
    def on_show_review(self, request: ShowReview) -> None:
        """Open a review."""
        self._show(request.review_id)

    @told
    def on_show_finish(self, request: ShowFinish) -> None:
        """Look at a review before it is written down."""
        from vade.tui.screens.finish import FinishScreen
        from vade.tui.screens.review import ReviewScreen

        def go(item_id: str | None) -> None:
            if item_id and isinstance(self.screen, ReviewScreen):
                self.screen.book.items.go(item_id)

        desk = self.workspace.desk
        self.push_screen(FinishScreen(desk, desk.get(request.review_id)), go)

    @told
    def on_export_record(self, request: ExportRecord) -> None:
        """Write a record and say where it is."""
        desk = self.workspace.desk
        if request.finish and desk.get(request.review_id).finished is None:
            desk.finish(request.review_id)
        path = desk.export(request.review_id)
        review = desk.get(request.review_id)
        where = Path(path)
        if where.is_relative_to(self.workspace.project.root):
            where = where.relative_to(self.workspace.project.root)
        self.post_message(Say(f"Record written to {where}. Its verdict: {review.verdict.word}."))
        if request.finish:
            self._to_library()

    def _begin_named(self, checklist_id: str | None) -> None:
        library = self.shelf.library
        if checklist_id and library is not None:
            self._begin([library.checklist(checklist_id)])

    @told
    def _begin(self, checklists: Sequence[ChecklistSource]) -> None:
        self._show(self.workspace.desk.start(checklists).id)

    def _show(self, review_id: str) -> None:
        from vade.tui.screens.review import ReviewScreen

        library = self.shelf.library
        if library is not None:
            desk = self.workspace.desk
            self.push_screen(ReviewScreen(desk, library, desk.get(review_id)), self._left)

    def _left(self, _: object) -> None:
        self.post_message(Survey())

    def _to_library(self) -> None:
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.post_message(Survey())
