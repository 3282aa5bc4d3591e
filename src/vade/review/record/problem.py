"""What was odd in a record that people have edited, and what is none at all."""

from __future__ import annotations

from dataclasses import dataclass

from vade.errors import VadeError

__all__ = ["NoRecordError", "Problem"]


class NoRecordError(VadeError):
    """The text is no record of a review: another document, say."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding, with its line."""

    line: int
    """1-based line of the record."""
    message: str
    item: str = ""
    """The id of the item it is about; empty where it is about the whole."""
    conflict: bool = False
    """Whether the item reads as unanswered until somebody settles it."""

    def __str__(self) -> str:
        """`line: message`."""
        return f"{self.line}: {self.message}"
