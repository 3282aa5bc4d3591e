"""Evidence: what a reviewer points at, with the lines quoted as they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from vade.errors import VadeError
from vade.paths import is_file
from vade.project.content import Content, relative
from vade.review.model import Evidence
from vade.review.secrets import masked
from vade.text import clean_line

__all__ = ["Witness"]

_PLACE = re.compile(r"(?P<path>.+?)(?::|#L)(?P<start>\d{1,9})(?:-L?(?P<end>\d{1,9}))?")
_URL = re.compile(r"https?://[^\s<>]+", re.IGNORECASE)
_LONGEST = 200
"""As many lines are quoted at most."""


@dataclass(frozen=True, slots=True)
class Witness:
    """Takes evidence from one project at one commit."""

    root: Path
    commit: str = ""
    """The commit of the review; empty where none is known."""

    def take(self, ref: str) -> Evidence:
        """Return the evidence that `path`, `path:line`, `path:line-line` or a URL names.

        The lines come from the commit, unless the working file says something else there: then
        from the working file, and the evidence carries no commit. What looks like a secret in them
        is masked.

        Raises:
            VadeError: there is no such file or line, or it may not be quoted.
        """
        ref = clean_line(ref)
        if _URL.fullmatch(ref):
            return Evidence(url=ref)
        if "://" in ref:
            raise VadeError("only http and https links are evidence", where=ref)
        found = _PLACE.fullmatch(ref)
        if found is None or is_file(self.root / ref):
            return self._whole(relative(self.root, ref))
        start = int(found["start"])
        end = int(found["end"] or start)
        return self._lines(relative(self.root, found["path"]), start, end)

    def _whole(self, path: str) -> Evidence:
        content = Content(self.root)
        working, committed = content.working(path), self._committed(path)
        if working is None and committed is None:
            raise VadeError("no such file in the project", where=path)
        same = working is None or working == committed
        return Evidence(path=path, commit=self.commit if same else "")

    def _lines(self, path: str, start: int, end: int) -> Evidence:
        if not 1 <= start <= end:
            raise VadeError(f"no lines {start}-{end}", where=path, hint="Write path:first-last")
        if end - start >= _LONGEST:
            raise VadeError(f"more than {_LONGEST} lines are too long a quote", where=path)
        working, committed = Content(self.root).working(path), self._committed(path)
        if working is None and committed is None:
            raise VadeError("no such file in the project", where=path)
        here, there = _slice(working, start, end), _slice(committed, start, end)
        if here is None and (working is not None or there is None):
            count = len(working if working is not None else committed or ())
            raise VadeError(f"has {count} lines; there is no line {end}", where=path)
        if here is None or here == there:
            return Evidence(path, start, end, commit=self.commit, quote=masked(there or ""))
        return Evidence(path, start, end, quote=masked(here))

    def _committed(self, path: str) -> tuple[str, ...] | None:
        return Content(self.root).at(self.commit, path) if self.commit else None


def _slice(lines: tuple[str, ...] | None, start: int, end: int) -> str | None:
    if lines is None or end > len(lines):
        return None
    return "\n".join(lines[start - 1 : end])
