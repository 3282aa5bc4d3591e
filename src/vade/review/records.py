"""The records of a project, as they lie in its folder."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from vade.errors import VadeError
from vade.review.record.parse import Parsed, parse
from vade.text import clean_line

__all__ = ["RecordRead", "read_record", "read_records"]

_LIMIT = 8_000_000


@dataclass(frozen=True, slots=True)
class RecordRead:
    """A record and the file it was read from."""

    path: Path
    parsed: Parsed


def read_record(path: Path) -> RecordRead:
    """Read the record at `path`.

    Raises:
        VadeError: it cannot be read, or is no record.
    """
    try:
        text = _text(path)
    except OSError as error:
        raise VadeError(f"cannot be read: {error.strerror}", where=clean_line(str(path))) from error
    try:
        return RecordRead(path, parse(text))
    except VadeError as error:
        line = f":{error.where}" if error.where else ""
        where = f"{clean_line(str(path))}{line}"
        raise VadeError(error.message, where=where, hint=error.hint) from error


def read_records(folder: Path) -> tuple[tuple[RecordRead, ...], tuple[str, ...]]:
    """Read all records of a folder, newest first; what is none is skipped.

    Returns:
        The records, and what was wrong with those that could not be read.
    """
    found: list[RecordRead] = []
    wrong: list[str] = []
    for path in sorted(folder.glob("*.md")) if folder.is_dir() else []:
        try:
            found.append(read_record(path))
        except VadeError as error:
            if "is no review record" not in error.message:
                wrong.append(str(error))
    newest = sorted(found, key=lambda r: (r.parsed.review.started, r.path.name), reverse=True)
    return tuple(newest), tuple(wrong)


def _text(path: Path) -> str:
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "rb") as file:
        info = os.fstat(handle)
        if not stat.S_ISREG(info.st_mode):
            raise VadeError("is no regular file", where=clean_line(str(path)))
        if info.st_size > _LIMIT:
            raise VadeError("is too large for a record", where=clean_line(str(path)))
        return file.read().decode("utf-8", "replace")
