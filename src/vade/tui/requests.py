"""What widgets ask of the app. Requests are imperative.

Plain classes, no dataclasses: the first frame waits for this module.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
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


class CopyText(Message):
    """Put text on the clipboard."""

    def __init__(self, text: str, what: str) -> None:
        """Ask for it.

        Args:
            what: What it is, for the toast.
        """
        super().__init__()
        self.text = text
        self.what = what


class CopyPart(Message):
    """Copy one of some parts: the reader chooses where there are several."""

    def __init__(self, parts: tuple[Part, ...], source: bool = False) -> None:
        """Ask for it.

        Args:
            source: Whether a comment names where it came from.
        """
        super().__init__()
        self.parts = parts
        self.source = source


class EditFile(Message):
    """Open a file in the user's editor."""

    def __init__(self, path: Path, line: int) -> None:
        """Ask for it."""
        super().__init__()
        self.path = path
        self.line = line


class EditEntry(Message):
    """Open an entry's file in the user's editor; one that comes with Vade is copied first."""

    def __init__(self, entry: Entry) -> None:
        """Ask for it."""
        super().__init__()
        self.entry = entry


class EditText(Message):
    """Edit some text in the user's editor."""

    def __init__(self, text: str, done: Callable[[str], None]) -> None:
        """Ask for it.

        Args:
            done: Takes the text as it was left.
        """
        super().__init__()
        self.text = text
        self.done = done


class FollowUrl(Message):
    """Open a URL, after asking."""

    def __init__(self, url: str) -> None:
        """Ask for it."""
        super().__init__()
        self.url = url


class OpenEntry(Message):
    """Show an entry of the library."""

    def __init__(self, ref: str, origin: str = "") -> None:
        """Ask for it.

        Args:
            ref: Its id, an end of it, or a link.
            origin: The id of the entry that the link stands on.
        """
        super().__init__()
        self.ref = ref
        self.origin = origin


class Say(Message):
    """Tell the user something, in a toast."""

    def __init__(self, text: str, severity: str = "information") -> None:
        """Ask for it."""
        super().__init__()
        self.text = text
        self.severity = severity


class ShowFinish(Message):
    """Show what a review still owes, and its record."""

    def __init__(self, review_id: str) -> None:
        """Ask for it."""
        super().__init__()
        self.review_id = review_id


class ExportRecord(Message):
    """Write the record of a review into the project."""

    def __init__(self, review_id: str, finish: bool = False) -> None:
        """Ask for it.

        Args:
            finish: Whether the review is closed first.
        """
        super().__init__()
        self.review_id = review_id
        self.finish = finish


class ShowReview(Message):
    """Open a review."""

    def __init__(self, review_id: str) -> None:
        """Ask for it."""
        super().__init__()
        self.review_id = review_id


class Survey(Message):
    """Look again which project this is, and whether a review is open."""


class Reload(Message):
    """Read the packs again."""


class PacksChanged(Message):
    """Files of packs changed."""

    def __init__(self, paths: frozenset[Path]) -> None:
        """Name them."""
        super().__init__()
        self.paths = paths


class Remap(Message):
    """Give a binding other keys; None gives it its own again."""

    def __init__(self, binding: str, title: str, keys: str | None) -> None:
        """Ask for it."""
        super().__init__()
        self.binding = binding
        self.title = title
        self.keys = keys
