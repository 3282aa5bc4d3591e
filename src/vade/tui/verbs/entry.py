"""Verbs of an open entry."""

from __future__ import annotations

from vade.tui.verbs.base import Verb

__all__ = [
    "ENTRY",
    "CopyCode",
    "CopyWithSource",
    "Edit",
    "FindInPage",
    "FollowLink",
    "NextMatch",
    "PreviousMatch",
    "ToggleProof",
    "ToggleStar",
]


class CopyCode(Verb):
    """Copy the entry's code; where it has none, its text."""

    ID = "copy"
    KEY = "y"
    TITLE = "Copy"
    GROUP = "Entry"


class CopyWithSource(Verb):
    """Copy the code under a comment that names where it came from."""

    ID = "copy.source"
    KEY = "Y"
    TITLE = "Copy with source"
    GROUP = "Entry"


class Edit(Verb):
    """Open the entry's file at its line in your editor."""

    ID = "edit"
    KEY = "e"
    TITLE = "Edit"
    GROUP = "Entry"


class FollowLink(Verb):
    """Follow a link of the page, or go to a related entry."""

    ID = "link"
    KEY = "o"
    TITLE = "Links"
    GROUP = "Entry"


class FindInPage(Verb):
    """Find text in the page."""

    ID = "find"
    KEY = "ctrl+f"
    TITLE = "Find in page"
    GROUP = "Entry"


class NextMatch(Verb):
    """Go to the next match in the page."""

    ID = "find.next"
    KEY = "n"
    TITLE = "Next match"
    GROUP = "Entry"


class PreviousMatch(Verb):
    """Go to the match before."""

    ID = "find.previous"
    KEY = "N"
    TITLE = "Previous match"
    GROUP = "Entry"


class ToggleStar(Verb):
    """Star the entry, or take the star away."""

    ID = "star"
    KEY = "asterisk"
    TITLE = "Star"
    GROUP = "Entry"


class ToggleProof(Verb):
    """Show or hide the test that proves the pattern."""

    ID = "proof"
    KEY = "P"
    TITLE = "Proof"
    GROUP = "Entry"


ENTRY: tuple[type[Verb], ...] = (
    CopyCode,
    CopyWithSource,
    Edit,
    FollowLink,
    FindInPage,
    NextMatch,
    PreviousMatch,
    ToggleStar,
    ToggleProof,
)
