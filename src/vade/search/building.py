"""Entries to a part on disk or in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from vade.library.entry import Entry
from vade.search.record import Record, records
from vade.search.table import pack

__all__ = ["TABLE", "build", "build_in_memory"]

TABLE = "table"
_NEVER_SPILL = 1 << 20
"""MB of postings after which Whoosh would write them out; they are in memory anyway."""

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
    from vade.search.memory import Memory  # noqa: PLC0415

    made = _records(entries, progress, share=3)
    return pack(entries, made), _write(Memory(), entries, made, progress)


def _records(entries: Sequence[Entry], progress: Progress | None, share: int) -> list[Record]:
    """Analyse the entries, which is one part in `share` of the work."""
    made = []
    for number, record in enumerate(records(entries), 1):
        made.append(record)
        if progress is not None and number % 100 == 0:
            progress(number // share, len(entries))
    return made


def _write(
    storage: Any, entries: Sequence[Entry], made: Sequence[Record], progress: Progress | None
) -> Any:
    from vade.search.schema import make_schema, row  # noqa: PLC0415

    index = storage.create_index(make_schema(), indexname="vade")
    writer = index.writer(limitmb=_NEVER_SPILL)
    for number, (entry, record) in enumerate(zip(entries, made, strict=True), 1):
        writer.add_document(**row(entry, record))
        if progress is not None and number % 100 == 0:
            progress(len(entries) // 3 + number * 2 // 3, len(entries))
    writer.commit(merge=False)
    return index
