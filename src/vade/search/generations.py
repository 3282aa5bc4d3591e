"""The index on disk: immutable parts, joined by a manifest that is replaced in one step."""

from __future__ import annotations

import hashlib
import secrets
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import starmap
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vade.library.entry import Entry
from vade.search.manifest import IndexLostError, Manifest, Stored
from vade.search.part import TABLE, Part, mapped
from vade.search.place import UnsafePlaceError, check, locked, prepare
from vade.search.sums import checksums, intact
from vade.search.table import Table

if TYPE_CHECKING:
    from vade.library import Library

__all__ = ["Generations"]

Progress = Callable[[int, int], None]
_MOST_PARTS = 8
_DELTA = 0.2
"""Above this share of changed entries all is built anew."""


class Generations:
    """The folder of parts. The manifest says which are current; the others are swept."""

    def __init__(self, folder: Path) -> None:
        """Use `folder`, which is made on the first build."""
        self.folder = folder
        self._opened: dict[str, _Opened] = {}

    @property
    def stamp(self) -> str:
        """The library's stamp that the index was built of; empty without a usable one."""
        try:
            check(self.folder)
            return Manifest.read(self.folder).stamp
        except (IndexLostError, UnsafePlaceError, OSError, ValueError, KeyError, TypeError):
            return ""

    def open(self) -> tuple[Part, ...]:
        """Open the current parts, after a look at every byte of the tables not opened yet.

        Raises:
            IndexLostError: there are none, or something is damaged.
            UnsafePlaceError: the folder is not ours alone.
        """
        try:
            check(self.folder)
            stored = Manifest.read(self.folder).parts
            names = {part.name for part in stored}
            self._opened = {name: o for name, o in self._opened.items() if name in names}
            return tuple(self._part(part) for part in stored)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise IndexLostError("the index was damaged") from error

    def build(
        self, library: Library, progress: Progress | None = None, *, anew: bool = False
    ) -> None:
        """Bring the index up to date: what changed goes into a part of its own.

        Args:
            library: What is to be found.
            progress: Called with entries done and entries in all.
            anew: Whether what there is was found damaged, so that nothing can stand on it.

        Raises:
            UnsafePlaceError: the folder is not ours alone.
            OSError: it cannot be written.
        """
        prepare(self.folder)
        with locked(self.folder):
            if self.stamp == library.stamp and not anew:
                return
            digests = _digests(library)
            old = () if anew else self._usable()
            left = tuple(part.without(_gone(part, digests)) for part in old)
            known = {path for part in left for path in part.files}
            fresh = [e for e in library.entries if str(e.path) not in known]
            count = len(left) + bool(fresh)
            if count > _MOST_PARTS or len(fresh) > _DELTA * len(library.entries) or _dead(left):
                left, fresh = (), list(library.entries)
            if anew:
                self._opened = {}
            new = (self._write(fresh, digests, progress),) if fresh else ()
            manifest = Manifest(library.stamp, (*left, *new))
            manifest.write(self.folder)
            self._sweep({part.name for part in (*old, *manifest.parts)})

    def _usable(self) -> tuple[Stored, ...]:
        """The parts that a delta can stand on: none where something is damaged."""
        try:
            self.open()
            return Manifest.read(self.folder).parts
        except IndexLostError:
            return ()

    def _write(
        self, entries: Sequence[Entry], digests: dict[str, str], progress: Progress | None
    ) -> Stored:
        from vade.search.building import build  # noqa: PLC0415  # most runs find it built

        name = f"p-{secrets.token_hex(6)}"
        (self.folder / name).mkdir(mode=0o700)
        build(self.folder / name, entries, progress)
        files = {p: (digests[p], a, b) for p, (a, b) in _spans(entries).items()}
        return Stored(name, len(entries), checksums(self.folder / name), files)

    def _part(self, stored: Stored) -> Part:
        if stored.name not in self._opened:
            folder = self.folder / stored.name
            check(folder)
            if not intact(folder, stored.sums, [TABLE]):
                raise IndexLostError("the index was damaged")
            whoosh = cache(partial(_whoosh, folder, stored))
            self._opened[stored.name] = _Opened(Table(mapped(folder / TABLE)), whoosh)
        opened = self._opened[stored.name]
        return Part(opened.table, opened.whoosh, starmap(range, stored.dead))

    def _sweep(self, keep: set[str]) -> None:
        for path in self.folder.glob("p-*"):
            if path.name not in keep:
                shutil.rmtree(path, ignore_errors=True)
        for path in self.folder.glob("current.json.*"):
            path.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class _Opened:
    """What is kept open of a part: it never changes, only which of its entries are dead."""

    table: Table
    whoosh: Callable[[], Any]


def _whoosh(folder: Path, stored: Stored) -> Any:
    """Open the Whoosh index of a part. Its table of contents is a pickle: checked first."""
    from whoosh.index import open_dir  # noqa: PLC0415

    if not intact(folder, stored.sums, [name for name in stored.sums if name != TABLE]):
        raise IndexLostError("the index was damaged")
    return open_dir(str(folder), indexname="vade")


def _gone(part: Stored, digests: dict[str, str]) -> set[str]:
    return {path for path, span in part.files.items() if digests.get(path) != span[0]}


def _dead(parts: Sequence[Stored]) -> bool:
    count = sum(part.count for part in parts)
    return count > 0 and sum(part.living for part in parts) < (1 - _DELTA) * count


def _spans(entries: Sequence[Entry]) -> dict[str, tuple[int, int]]:
    spans: dict[str, tuple[int, int]] = {}
    for number, entry in enumerate(entries):
        path = str(entry.path)
        spans[path] = (spans.get(path, (number, 0))[0], number + 1)
    return spans


def _digests(library: Library) -> dict[str, str]:
    """A digest for each file of everything that a hit can show of it."""
    return {str(d.path): _digest(d.entries) for d in library.documents}


def _digest(entries: Sequence[Entry]) -> str:
    facts: list[str] = []
    for e in entries:
        facts += (e.id, e.kind, f"{e.line} {e.end}", e.title, e.summary, e.area, e.body)
        facts += (e.language, e.subject, *e.section, *e.aliases, *e.standards)
        for f in e.fences:
            facts += (f.language, f"{f.line}", f.role, f.code)
        for g in e.guidance:
            facts += (g.label, g.text)
    whole = "\0".join(facts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(whole, digest_size=8).hexdigest()
