"""What a front matter says; kept files need this, but nothing that reads YAML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from vade.library.document import Value

__all__ = ["FrontMatter", "Note"]

Note = tuple[int, str, str]
"""Line, code and message of a finding."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the block says, and where the body begins."""

    values: Mapping[str, Value] = field(default_factory=dict)
    state: str = "none"
    """`strict`, `repaired` or `none`."""
    body_line: int = 1
    """1-based line of the file on which the body begins."""
    notes: tuple[Note, ...] = ()
