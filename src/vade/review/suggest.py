"""Which items matter for this change: a mark with its reason, never an answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vade.library.entry import Entry
from vade.project.changes import FileChange
from vade.review.glob import Glob

__all__ = ["Suggestion", "suggestions"]

_CODE = re.compile(r"`([^`]+)`")
_WORDS = re.compile(r"\*{0,2}words\*{0,2}\s*:", re.IGNORECASE)
_MOST = 5
"""Files named for one item at most."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One file that an item matters for."""

    path: str
    word: str = ""
    """What an added line mentions; empty where the path alone says it."""

    def __str__(self) -> str:
        """The reason, in words."""
        return f"{self.path} adds `{self.word}`" if self.word else f"{self.path} changed"


def suggestions(
    checks: Iterable[Entry], changes: Iterable[FileChange]
) -> Mapping[str, tuple[Suggestion, ...]]:
    """Return for each check that matters the files that say so.

    A check names path patterns and words in its guidance. Where it names both, a file counts only
    if its path fits and an added line has a word: a mark that is often wrong is read by nobody.
    """
    files = tuple(changes)
    found: dict[str, tuple[Suggestion, ...]] = {}
    for check in checks:
        patterns, words = _asked(check)
        hits = [hit for file in files if (hit := _hit(file, patterns, words)) is not None]
        if hits:
            found[check.id] = tuple(hits[:_MOST])
    return found


def _asked(check: Entry) -> tuple[list[Glob], list[str]]:
    """The patterns and words of a check: `**Paths**: `a`; **words**: `b`` or two bullets."""
    paths, more = _split(check.hint("Paths"))
    words = _CODE.findall(more) + _CODE.findall(check.hint("Words"))
    return [Glob.of(pattern) for pattern in _CODE.findall(paths)], words


def _split(text: str) -> tuple[str, str]:
    """What stands before `words:` and what behind it."""
    found = _WORDS.search(text)
    return (text[: found.start()], text[found.end() :]) if found else (text, "")


def _hit(file: FileChange, patterns: list[Glob], words: list[str]) -> Suggestion | None:
    if not (patterns or words):
        return None
    if patterns and not any(p.fits(file.path) for p in patterns):
        return None
    if not words:
        return Suggestion(file.path)
    word = next((w for w in words if any(w in line for line in file.added)), "")
    return Suggestion(file.path, word) if word else None
