"""What widgets ask of the app. Requests are imperative."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from textual.message import Message

from vade.library.entry import Entry
from vade.tui.parts import Part

__all__ = [
    "CopyPart",
    "CopyText",
    "EditEntry",
    "EditFile",
    "EditText",
    "ExportRecord",
    "FollowUrl",
    "OpenEntry",
    "PacksChanged",
    "Reload",
    "Remap",
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
class CopyPart(Message):
    """Copy one of some parts: the reader chooses where there are several."""

    parts: tuple[Part, ...]
    source: bool = False
    """Whether a comment names where it came from."""


@dataclass
class EditFile(Message):
    """Open a file in the user's editor."""

    path: Path
    line: int


@dataclass
class EditEntry(Message):
    """Open an entry's file in the user's editor; one that comes with Vade is copied first."""

    entry: Entry


@dataclass
class EditText(Message):
    """Edit some text in the user's editor."""

    text: str
    done: Callable[[str], None]
    """Takes the text as it was left."""


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


@dataclass
class PacksChanged(Message):
    """Files of packs changed."""

    paths: frozenset[Path]


@dataclass
class Remap(Message):
    """Give a binding other keys; None gives it its own again."""

    binding: str
    title: str
    keys: str | None
