"""The Whoosh index of a part, in memory and as files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vade.search.fields import Fields

__all__ = ["write_files", "write_index"]


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


def write_files(folder: Path, fields: Fields, count: int) -> None:
    """Write a Whoosh index of `count` entries into a folder.

    Whoosh writes into memory first: into a folder, version 2.7.4 asks the file system about each
    posting, which takes 1.6 times as long.
    """
    for name, data in write_index(fields, count).storage.files.items():
        (folder / name).write_bytes(data)
