"""The index on disk: generations in a folder of our own, switched atomically, always disposable."""

from __future__ import annotations

import json
import os
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from whoosh import index as whoosh_index
from whoosh.filedb.filestore import FileStorage

from vade.errors import VadeError
from vade.library import Library
from vade.library.codec import to_dict
from vade.library.entry import Entry
from vade.search.schema import VERSION, make_schema

__all__ = ["Generations", "IndexLostError"]

_CURRENT = "current.json"


class IndexLostError(VadeError):
    """The index is missing or damaged and has to be built again."""


class Generations:
    """The folder of generations. Only one is current; the others are being built or swept."""

    def __init__(self, folder: Path) -> None:
        """Use `folder`, which is made on the first build."""
        self.folder = folder

    @property
    def stamp(self) -> str:
        """The library's stamp that the current generation was built of; empty without one."""
        return str(self._current().get("stamp", ""))

    def open(self) -> Any:
        """Open the current generation.

        Raises:
            IndexLostError: there is none, or it cannot be read.
        """
        current = self._current()
        name = str(current.get("generation", ""))
        if not name or not self._ours():
            raise IndexLostError("there is no index")
        try:
            return whoosh_index.open_dir(str(self.folder / name), indexname="vade")
        except Exception as error:
            raise IndexLostError(f"the index is damaged ({type(error).__name__})") from error

    def build(self, library: Library, progress: Callable[[int, int], None] | None = None) -> None:
        """Build a generation of all entries beside the current one, then switch to it."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.folder.chmod(0o700)
        if not self._ours():
            raise VadeError("is not a folder of our own", where=str(self.folder))
        name = f"g-{secrets.token_hex(6)}"
        (self.folder / name).mkdir(mode=0o700)
        built = FileStorage(str(self.folder / name)).create_index(make_schema(), indexname="vade")
        writer = built.writer(limitmb=128)
        for number, entry in enumerate(library.entries, 1):
            writer.add_document(**_document(entry))
            if progress is not None and number % 50 == 0:
                progress(number, len(library.entries))
        writer.commit(optimize=True)
        self._switch(name, library.stamp)
        self._sweep(keep=name)

    def _current(self) -> dict[str, Any]:
        try:
            current = json.loads((self.folder / _CURRENT).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        fits = isinstance(current, dict) and current.get("version") == VERSION
        return current if fits else {}

    def _switch(self, name: str, stamp: str) -> None:
        text = json.dumps({"version": VERSION, "generation": name, "stamp": stamp})
        beside = self.folder / f"{_CURRENT}.{secrets.token_hex(4)}"
        beside.write_text(text, encoding="utf-8")
        beside.replace(self.folder / _CURRENT)

    def _sweep(self, keep: str) -> None:
        for path in self.folder.glob("g-*"):
            if path.name != keep:
                shutil.rmtree(path, ignore_errors=True)

    def _ours(self) -> bool:
        """Whether the folder is real, ours and closed to others: an index's pickle is code."""
        try:
            seen = self.folder.lstat()
        except OSError:
            return False
        own = not hasattr(os, "getuid") or seen.st_uid == os.getuid()
        return self.folder.is_dir() and not self.folder.is_symlink() and own


def _document(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "path": str(entry.path),
        "kind": entry.kind.value,
        "lang": entry.language.lower(),
        "pack": entry.pack.lower(),
        "area": entry.area.lower().replace(" ", "-"),
        "entry": json.dumps(to_dict(entry)),
        **_texts(entry),
    }


def _texts(entry: Entry) -> dict[str, str]:
    texts = {
        "title": entry.title,
        "label": " ".join((entry.summary, *entry.section)),
        "aliases": " \n ".join(entry.aliases),
        "body": entry.body,
        "code": entry.code,
    }
    return texts | {f"{name}_stem": text for name, text in texts.items()}
