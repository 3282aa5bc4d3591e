"""An entry before it has an id: what one section or item of a file says."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from vade.library.entry import Fence, Guidance, Kind

__all__ = ["Draft", "subject_of"]

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Draft:
    """All that the file itself knows of an entry."""

    kind: Kind
    title: str
    body: str
    line: int
    end: int
    section: tuple[str, ...] = ()
    summary: str = ""
    area: str = ""
    fences: tuple[Fence, ...] = ()
    guidance: tuple[Guidance, ...] = ()
    derived: bool = False
    """Whether a check was not written as a task item."""


@functools.lru_cache(maxsize=8192)
def subject_of(title: str) -> str:
    """Return the normalised title that joins one subject across documents.

    Case, punctuation and a plural `s` of the last word make no difference.
    """
    words = _WORD.findall(title.casefold())
    if words and len(words[-1]) > 3 and words[-1].endswith("s") and words[-1][-2] not in "su":
        words[-1] = words[-1][:-1]
    return " ".join(words)
