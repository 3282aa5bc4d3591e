"""What was wrong with a file, said with its line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

__all__ = ["Diagnostic", "Level"]


class Level(StrEnum):
    """How bad it is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding in one file."""

    path: Path
    line: int
    """1-based; 1 where the finding is about the file as a whole."""
    level: Level
    code: str
    """The stable name of this kind of finding, kebab-case."""
    message: str

    def __str__(self) -> str:
        """`file:line: level: message`, which editors can jump to."""
        return f"{self.path}:{self.line}: {self.level}: {self.message}"
