"""What widgets ask of the app. Requests are imperative."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from textual.message import Message

__all__ = [
    "CopyText",
    "EditFile",
    "ExportRecord",
    "FollowUrl",
    "OpenEntry",
    "Reload",
    "Say",
    "ShowFinish",
    "ShowReview",
    "Survey",
]


@dataclass
class CopyText(Message):
    """Put text on the clipboard."""

    text: str
    what: str
    """What it is, for the toast."""


@dataclass
class EditFile(Message):
    """Open a file in the user's editor."""

    path: Path
    line: int


@dataclass
class FollowUrl(Message):
    """Open a URL, after asking."""

    url: str


@dataclass
class OpenEntry(Message):
    """Show an entry of the library."""

    ref: str
    """Its id, an end of it, or a link."""
    origin: str = ""
    """The id of the entry that the link stands on."""


@dataclass
class Say(Message):
    """Tell the user something, in a toast."""

    text: str
    severity: str = "information"


@dataclass
class ShowFinish(Message):
    """Show what a review still owes, and its record."""

    review_id: str


@dataclass
class ExportRecord(Message):
    """Write the record of a review into the project."""

    review_id: str
    finish: bool = False
    """Whether the review is closed first."""


@dataclass
class ShowReview(Message):
    """Open a review."""

    review_id: str


@dataclass
class Survey(Message):
    """Look again which project this is, and whether a review is open."""


@dataclass
class Reload(Message):
    """Read the packs again."""
