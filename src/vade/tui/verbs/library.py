"""Verbs of the library screen."""

from __future__ import annotations

from vade.tui.verbs.base import Verb
from vade.tui.verbs.panes import PANES
from vade.tui.verbs.records import OpenPacks, OpenReviews

__all__ = [
    "LIBRARY",
    "Begin",
    "FocusSearch",
    "Forward",
    "OpenGallery",
    "OpenReview",
    "Return",
    "ToggleAreas",
]


class FocusSearch(Verb):
    """Go to the search box."""

    ID = "search"
    KEY = "slash"
    TITLE = "Search"
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


class OpenGallery(Verb):
    """See the patterns as code: by language and area, with their twins and differences."""

    ID = "gallery"
    KEY = "c"
    TITLE = "Patterns"
    GROUP = "Library"


class Begin(Verb):
    """Begin an agent, topic, pattern or checklist of your own."""

    ID = "new"
    KEY = "plus"
    TITLE = "New page of your own"
    GROUP = "Library"


class OpenReview(Verb):
    """Begin a review of this project, or go on with the unfinished one."""

    ID = "review"
    KEY = "r"
    TITLE = "Review"
    GROUP = "Library"


LIBRARY: tuple[type[Verb], ...] = (
    FocusSearch,
    *PANES,
    Return,
    Forward,
    ToggleAreas,
    OpenGallery,
    OpenReview,
    OpenReviews,
    OpenPacks,
    Begin,
)
