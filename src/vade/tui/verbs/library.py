"""Verbs of the library screen."""

from __future__ import annotations

from vade.tui.verbs.base import Verb
from vade.tui.verbs.records import OpenPacks, OpenReviews

__all__ = [
    "LIBRARY",
    "FocusSearch",
    "Forward",
    "NextPane",
    "OpenReview",
    "PreviousPane",
    "Return",
    "ToggleAreas",
]


class FocusSearch(Verb):
    """Go to the search box."""

    ID = "search"
    KEY = "slash"
    TITLE = "Search"
    GROUP = "Library"


class NextPane(Verb):
    """Go to the next pane."""

    ID = "pane.next"
    KEY = "tab"
    TITLE = "Next pane"
    GROUP = "Library"


class PreviousPane(Verb):
    """Go to the pane before."""

    ID = "pane.previous"
    KEY = "shift+tab"
    TITLE = "Previous pane"
    GROUP = "Library"


class Return(Verb):
    """Go back to the entry opened before this one."""

    ID = "history.back"
    KEY = "alt+left"
    TITLE = "Back to the entry before"
    GROUP = "Library"


class Forward(Verb):
    """Go forward again."""

    ID = "history.forward"
    KEY = "alt+right"
    TITLE = "Forward"
    GROUP = "Library"


class ToggleAreas(Verb):
    """Show or hide the areas, kinds and packs."""

    ID = "areas"
    KEY = "b"
    TITLE = "Areas"
    GROUP = "Library"


class OpenReview(Verb):
    """Begin a review of this project, or go on with the unfinished one."""

    ID = "review"
    KEY = "r"
    TITLE = "Review"
    GROUP = "Library"


LIBRARY: tuple[type[Verb], ...] = (
    FocusSearch,
    NextPane,
    PreviousPane,
    Return,
    Forward,
    ToggleAreas,
    OpenReview,
    OpenReviews,
    OpenPacks,
)
