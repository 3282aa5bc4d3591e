"""The records of a project, as they lie in its folder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from vade.errors import VadeError
from vade.paths import is_dir
from vade.plain_file import read_plain
from vade.review.record.parse import Parsed, parse
from vade.review.record.problem import NoRecordError
from vade.text import clean_line

__all__ = ["RecordRead", "read_record", "read_records"]

_LIMIT = 4_000_000


@dataclass(frozen=True, slots=True)
class RecordRead:
    """A record and the file it was read from."""

    path: Path
    parsed: Parsed
    data: bytes
    """What the file held, byte by byte."""


def read_record(path: Path) -> RecordRead:
    """Read the record at `path`.

    Raises:
        NoRecordError: it is no record.
        VadeError: it cannot be read, or a newer Vade wrote it.
    """
    data = read_plain(path, _LIMIT)
    try:
        return RecordRead(path, parse(data.decode("utf-8", "replace")), data)
    except VadeError as error:
        line = f":{error.where}" if error.where else ""
        where = f"{clean_line(str(path))}{line}"
        raise type(error)(error.message, where=where, hint=error.hint) from error


def read_records(folder: Path) -> tuple[tuple[RecordRead, ...], tuple[str, ...]]:
    """Read all records of a folder, newest first; what is none is skipped.

    Returns:
        The records, and what was wrong with those that could not be read.
    """
    found: list[RecordRead] = []
    wrong: list[str] = []
    for path in sorted(folder.glob("*.md")) if is_dir(folder) else []:
        try:
            found.append(read_record(path))
        except NoRecordError:
            continue
        except VadeError as error:
            wrong.append(str(error))
    return tuple(sorted(found, key=_age, reverse=True)), tuple(wrong)


def _age(record: RecordRead) -> tuple[datetime, str]:
    """Two of the same second are told apart by their ids, which grow with time."""
    return record.parsed.review.started, record.parsed.review.id
