"""Entries to a part on disk or in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vade.library.entry import Entry
from vade.library.uncollected import uncollected
from vade.search.inverted import inverted
from vade.search.record import Record, records
from vade.search.table import pack

if TYPE_CHECKING:
    from vade.search.postings import Fields

__all__ = ["TABLE", "build", "build_in_memory", "write_index"]

TABLE = "table"

Progress = Callable[[int, int], None]


def build(folder: Path, entries: Sequence[Entry], progress: Progress | None = None) -> None:
    """Write the table and the Whoosh index of `entries` into an empty folder of their own.

    Whoosh writes into memory first: into a folder, version 2.7.4 asks the file system about each
    posting, which takes 1.6 times as long.
    """
    table, index = build_in_memory(entries, progress)
    (folder / TABLE).write_bytes(table)
    for name, data in index.storage.files.items():
        (folder / name).write_bytes(data)


def build_in_memory(
    entries: Sequence[Entry], progress: Progress | None = None
) -> tuple[bytes, Any]:
    """Return the table's bytes and the Whoosh index of `entries`, without touching a disk."""
    from vade.search.schema import fields  # noqa: PLC0415

    with uncollected():
        made = _records(entries, progress)
        postings = inverted(made)
        index = write_index(fields(entries, made, postings), len(entries))
        return pack(entries, made, postings), index


def _records(entries: Sequence[Entry], progress: Progress | None) -> list[Record]:
    """Analyse the entries, which is half of the work."""
    made = []
    for number, record in enumerate(records(entries), 1):
        made.append(record)
        if progress is not None and number % 100 == 0:
            progress(number // 2, len(entries))
    return made


def write_index(fields: Fields, count: int) -> Any:
    """Return a Whoosh index of `count` entries in memory."""
    from vade.search.memory import Memory  # noqa: PLC0415
    from vade.search.postings import ByWord  # noqa: PLC0415
    from vade.search.schema import make_schema  # noqa: PLC0415

    index = Memory().create_index(make_schema(), indexname="vade")
    writer = index.writer(codec=ByWord(fields))
    for _ in range(count):
        writer.add_document()
    writer.commit(merge=False)
    return index
