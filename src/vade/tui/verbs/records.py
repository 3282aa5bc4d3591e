"""Verbs of the screens of reviews and of packs."""

from __future__ import annotations

from vade.tui.verbs.base import Verb

__all__ = [
    "PACKS",
    "RECORDS",
    "AddPack",
    "CompareReviews",
    "Discard",
    "EditHere",
    "FilterReviews",
    "MarkRow",
    "NextSort",
    "OpenPacks",
    "OpenReviews",
    "RemovePack",
    "Reopen",
    "ToggleProjects",
]


class OpenReviews(Verb):
    """See the reviews of this project: unfinished ones, records, how they developed."""

    ID = "reviews"
    KEY = "R"
    TITLE = "Reviews"
    GROUP = "Library"


class OpenPacks(Verb):
    """See which packs are read from where, and what was wrong with them."""

    ID = "packs"
    KEY = "L"
    TITLE = "Packs"
    GROUP = "Library"


class MarkRow(Verb):
    """Mark a review, to compare two."""

    ID = "reviews.mark"
    KEY = "space"
    TITLE = "Mark"
    GROUP = "Reviews"


class CompareReviews(Verb):
    """Compare the two marked reviews, or this one with the one before it."""

    ID = "reviews.compare"
    KEY = "c"
    TITLE = "Compare"
    GROUP = "Reviews"


class ToggleProjects(Verb):
    """Show the reviews of all projects, or of this one."""

    ID = "reviews.projects"
    KEY = "t"
    TITLE = "All projects"
    GROUP = "Reviews"


class NextSort(Verb):
    """Sort by date, verdict or fails."""

    ID = "reviews.sort"
    KEY = "s"
    TITLE = "Sort"
    GROUP = "Reviews"


class FilterReviews(Verb):
    """List all reviews, or only those that are incomplete, fail or pass."""

    ID = "reviews.filter"
    KEY = "f"
    TITLE = "Filter reviews"
    GROUP = "Reviews"


class Reopen(Verb):
    """Make a finished review a draft again."""

    ID = "reviews.reopen"
    KEY = "O"
    TITLE = "Reopen"
    GROUP = "Reviews"


class Discard(Verb):
    """Put a review away; undo takes it back."""

    ID = "reviews.discard"
    KEY = "D"
    TITLE = "Discard"
    GROUP = "Reviews"


class EditHere(Verb):
    """Open the file under the cursor in your editor."""

    ID = "file.edit"
    KEY = "e"
    TITLE = "Edit the file"
    GROUP = "Reviews"


class AddPack(Verb):
    """Read another folder of Markdown from now on."""

    ID = "packs.add"
    KEY = "A"
    TITLE = "Add a pack"
    GROUP = "Packs"


class RemovePack(Verb):
    """Read the pack under the cursor no more; its files stay."""

    ID = "packs.remove"
    KEY = "D"
    TITLE = "Remove the pack"
    GROUP = "Packs"


RECORDS: tuple[type[Verb], ...] = (
    MarkRow,
    CompareReviews,
    ToggleProjects,
    NextSort,
    FilterReviews,
    Reopen,
    Discard,
    EditHere,
)
PACKS: tuple[type[Verb], ...] = (AddPack, RemovePack, EditHere)
