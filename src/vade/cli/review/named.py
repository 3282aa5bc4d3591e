"""Reviews named on the command line: by id, or by the file of a record."""

from __future__ import annotations

from pathlib import Path

from vade.paths import is_file
from vade.review.desk import Desk
from vade.review.model import Review
from vade.review.records import read_record

__all__ = ["named"]


def named(desk: Desk, cwd: Path, ref: str) -> Review:
    """Return the review that `ref` names: a record's file, an id, or how an id begins."""
    path = cwd / ref
    if is_file(path):
        return read_record(path).parsed.review
    return desk.get(ref)
