"""The verbs of a review for one project: what the screens and the commands both use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from vade.errors import NotFoundError, VadeError
from vade.project import Project
from vade.review.change import Change
from vade.review.finding import find_item
from vade.review.folder import records_folder
from vade.review.identity import new_id as make_id
from vade.review.model import Evidence, Item, Review, Severity, State
from vade.review.source import ChecklistSource
from vade.review.spelling import show_time
from vade.review.store import Event, ReviewStore, Stamp
from vade.settings import Settings
from vade.text import clean_line

if TYPE_CHECKING:
    from vade.library.entry import Entry
    from vade.review.archive import Past
    from vade.review.suggest import Suggestion
    from vade.review.taking import TakenIn

__all__ = ["Desk"]

_KEPT = timedelta(days=30)
"""How long a discarded review can be taken back."""


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


@dataclass(frozen=True)
class Desk:
    """Starts, answers, finishes and writes down the reviews of one project."""

    store: ReviewStore
    project: Project
    settings: Settings
    env: Mapping[str, str]
    clock: Callable[[], datetime] = _now
    new_id: Callable[[], str] = make_id

    @classmethod
    def open(
        cls,
        db_path: Path,
        project: Project,
        settings: Settings,
        env: Mapping[str, str],
        clock: Callable[[], datetime] = _now,
        new_id: Callable[[], str] = make_id,
    ) -> Desk:
        """Open the reviews of this user at `db_path`, for the project at hand."""
        return cls(ReviewStore.open(db_path), project, settings, env, clock, new_id)

    @property
    def notices(self) -> tuple[str, ...]:
        """What the user should be told of the database."""
        return self.store.notices

    @property
    def root(self) -> str:
        """The project's folder as the database keeps it."""
        return str(self.project.root).encode("utf-8", "backslashreplace").decode()

    @property
    def folder(self) -> str:
        """The folder of records, relative to the project root."""
        return records_folder(self.settings)

    @property
    def reviewer(self) -> str:
        """Who reviews: the configuration, else git's user, else `$USER`."""
        git = self.project.git
        named = self.settings.text("reviewer") or (git.user_name if git else "")
        return clean_line(named or self.env.get("USER", "") or self.env.get("USERNAME", ""))

    def stamp(self) -> Stamp:
        """Who does it, and when."""
        return Stamp(self.reviewer, self.clock().replace(microsecond=0))

    def start(
        self, checklists: Sequence[ChecklistSource], again: bool | str | None = None
    ) -> Review:
        """Begin a review of the project as it stands.

        Args:
            checklists: What to walk; items that stand in several are walked once.
            again: Carry answers over, as to confirm, from the last review of the same checklists:
                None if there is one, True always, False never; or the id of a review.
        """
        from vade.review.beginning import begin  # noqa: PLC0415

        return begin(self, checklists, again)

    def newest_draft(self) -> Review | None:
        """Return the newest unfinished review of this project."""
        return next(iter(self.drafts()), None)

    def drafts(self) -> tuple[Review, ...]:
        """Return the unfinished reviews of this project, newest first."""
        return self.store.every(self.root, drafts=True)[0]

    def reviews(self, all_projects: bool = False) -> tuple[Review, ...]:
        """Return the reviews of this project, or of all, newest first; discarded ones not."""
        return self.store.every(None if all_projects else self.root)[0]

    def unreadable(self, all_projects: bool = False) -> tuple[str, ...]:
        """Return what is to be said of reviews that are damaged in the database."""
        return self.store.every(None if all_projects else self.root)[1]

    def past(self) -> tuple[Past, ...]:
        """Return the reviews of this project and the records in its folder, newest first."""
        from vade.review.archive import merged  # noqa: PLC0415
        from vade.review.records import read_records  # noqa: PLC0415

        records, _ = read_records(self.project.root / self.folder)
        return merged(self.reviews(), records)

    def get(self, ref: str) -> Review:
        """Return the review whose id is, or begins with, `ref`."""
        return self.store.get(self.store.resolve(ref))

    def version(self, review_id: str) -> int:
        """Return a number that grows with every change, so that two terminals can watch."""
        return self.store.version(review_id)

    def history(self, review_id: str) -> tuple[Event, ...]:
        """Return who did what when."""
        return self.store.events(review_id)

    def item(self, review: Review, ref: str) -> Item:
        """Return the item whose id is, or unambiguously ends in, `ref`; see `find_item`."""
        return find_item(review, ref)

    def answer(
        self,
        review_id: str,
        item_ref: str,
        state: State | None = None,
        *,
        reason: str | None = None,
        notes: str | None = None,
        severity: Severity | None = None,
        evidence: Sequence[Evidence | str] | None = None,
        owner: str | None = None,
        due: date | None = None,
    ) -> Review:
        """Answer one item; it is on the disk when this returns. None leaves a part as it is.

        Evidence is a whole new list; text in it is a place such as `src/api.py:42`.

        Raises:
            NotFoundError: there is no such review or item.
            VadeError: the review is finished, or evidence cannot be taken.
        """
        review = self._open(review_id)
        item = self.item(review, item_ref)
        taken = None if evidence is None else tuple(self._taken(e, review) for e in evidence)
        change = Change(state, reason, notes, severity, taken, owner, due)
        stamp = self.stamp()
        self.store.answer(review.id, item.id, lambda i: change.apply(i, stamp), stamp)
        return self.store.get(review.id)

    def undo(self, review_id: str) -> Review:
        """Take the last answer back. Raises `NotFoundError` where there is none."""
        review = self._open(review_id)
        if self.store.undo(review.id, self.stamp()) is None:
            raise NotFoundError("nothing to undo")
        return self.store.get(review.id)

    def redo(self, review_id: str) -> Review:
        """Give the answer again that was undone last. Raises `NotFoundError` where none was."""
        review = self._open(review_id)
        if self.store.redo(review.id, self.stamp()) is None:
            raise NotFoundError("nothing to redo")
        return self.store.get(review.id)

    def confirm(self, review_id: str, item_ref: str) -> Review:
        """Answer an item as the review before this one did: reason, notes, evidence.

        Raises:
            VadeError: it had no answer before.
        """
        from vade.review.confirming import confirm  # noqa: PLC0415

        return confirm(self, self.get(review_id), item_ref)

    def finish(self, review_id: str) -> Review:
        """Close a review; what it still owes stays owed, and its verdict says so."""
        return self._mark(self._open(review_id), "finish")

    def reopen(self, review_id: str) -> Review:
        """Make a finished review a draft again."""
        review = self.get(review_id)
        if review.finished is None:
            raise VadeError(f"review {review.id} is not finished")
        return self._mark(review, "reopen")

    def discard(self, review_id: str) -> Review:
        """Put a review away; it is kept for 30 days, then forgotten."""
        review = self._mark(self.get(review_id), "discard")
        self.store.purge(show_time(self.clock() - _KEPT))
        return review

    def restore(self, review_id: str) -> Review:
        """Take a discarded review back."""
        return self._mark(self.get(review_id), "restore")

    def discarded(self) -> tuple[Review, ...]:
        """Return the reviews of this project that were put away."""
        return tuple(self.store.get(i) for i in self.store.ids(self.root, discarded=True))

    def take_in(self, paths: Sequence[Path]) -> tuple[TakenIn, ...]:
        """Read records and merge each into its review; what is new is added."""
        from vade.review.taking import take_in  # noqa: PLC0415

        return tuple(take_in(self, path) for path in paths)

    def suggestions(
        self, review: Review, checks: Iterable[Entry]
    ) -> Mapping[str, tuple[Suggestion, ...]]:
        """Return which of the checks matter for what this branch changed, and why."""
        from vade.project.changes import changed_files  # noqa: PLC0415
        from vade.review.suggest import suggestions  # noqa: PLC0415

        return suggestions(checks, changed_files(self.project.root, review.base, review.commit))

    def render(self, review: Review) -> str:
        """Return the record of a review as it would be written."""
        from vade.review.record.render import render  # noqa: PLC0415

        return render(review, self.folder)

    def export(
        self,
        review_id: str,
        format: str = "md",
        template: Path | None = None,
        output: Path | None = None,
        force: bool = False,
    ) -> Path | str:
        """Write a review down.

        Args:
            review_id: Which.
            format: `md`, `json`, `html`, `sarif` or `pr`.
            template: A Jinja template of the user's own, instead of a format.
            output: Where to; None is the folder of records for `md`, else no file.
            force: Replace a file that is not this review's own untouched export.

        Returns:
            The path of the file, or the text where no file was asked for.
        """
        from vade.review.export.forms import form_of  # noqa: PLC0415
        from vade.review.export.record import RecordFile  # noqa: PLC0415
        from vade.review.export.write import write  # noqa: PLC0415

        review = self.get(review_id)
        if format == "md" and template is None:
            file = RecordFile(self.store, self.project.root, self.folder)
            return file.export(review, self.stamp(), output, force=force)
        text = form_of(review, format, template, self.folder)
        if output is None:
            return text
        write(output, text, self.project.root, replace=force)
        return output

    def _open(self, ref: str) -> Review:
        review = self.get(ref)
        if review.finished is not None:
            hint = f"`vade review reopen {review.id}` first"
            raise VadeError(f"review {review.id} is finished", hint=hint)
        return review

    def _mark(self, review: Review, kind: str) -> Review:
        self.store.mark(review.id, kind, self.stamp())
        return self.store.get(review.id)

    def _taken(self, given: Evidence | str, review: Review) -> Evidence:
        if isinstance(given, Evidence):
            return given
        from vade.review.evidence import Witness  # noqa: PLC0415

        return Witness(Path(review.root), review.commit).take(given)
