"""Entries to a part on disk or in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from vade.library.entry import Entry
from vade.library.uncollected import uncollected
from vade.search.beside import Beside
from vade.search.fields import facts, fields
from vade.search.inverted import inverted
from vade.search.part import TABLE
from vade.search.record import Record, records
from vade.search.table.writer import pack
from vade.search.whoosh_index import write_index

__all__ = ["build", "build_in_memory"]

Progress = Callable[[int, int], None]


def build(folder: Path, entries: Sequence[Entry], progress: Progress | None = None) -> None:
    """Write the table and the Whoosh index of `entries` into an empty folder of their own."""
    with uncollected(), Beside(folder, len(entries)) as whoosh:
        made, postings = inverted(_records(entries, progress))
        known = facts(entries)
        whoosh.begin(known, postings)
        (folder / TABLE).write_bytes(pack(entries, made, postings))
        whoosh.finish(known, postings)


def build_in_memory(
    entries: Sequence[Entry], progress: Progress | None = None
) -> tuple[bytes, Any]:
    """Return the table's bytes and the Whoosh index of `entries`, without touching a disk."""
    with uncollected():
        made, postings = inverted(_records(entries, progress))
        index = write_index(fields(facts(entries), postings), len(entries))
        return pack(entries, made, postings), index


def _records(entries: Sequence[Entry], progress: Progress | None) -> Iterator[Record]:
    """Analyse the entries, which is half of the work."""
    for number, record in enumerate(records(entries), 1):
        yield record
        if progress is not None and number % 100 == 0:
            progress(number // 2, len(entries))
