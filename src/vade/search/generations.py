"""The index on disk: immutable parts, joined by a manifest that is replaced in one step."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vade.library.entry import Entry
from vade.search.building import TABLE
from vade.search.halves import build_parts
from vade.search.manifest import IndexLostError, Manifest, Stored
from vade.search.part import Part, mapped
from vade.search.place import check, locked, prepare
from vade.search.sums import checksums, intact

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

    @property
    def stamp(self) -> str:
        """The library's stamp that the index was built of; empty without a usable one."""
        try:
            check(self.folder)
            return Manifest.read(self.folder).stamp
        except (IndexLostError, OSError, ValueError, KeyError, TypeError):
            return ""

    def open(self) -> tuple[Part, ...]:
        """Open the current parts, after a look at every byte of their tables.

        Raises:
            IndexLostError: there are none, or something is damaged.
            UnsafePlaceError: the folder is not ours alone.
        """
        try:
            check(self.folder)
            return tuple(self._part(stored) for stored in Manifest.read(self.folder).parts)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise IndexLostError("the index was damaged") from error

    def build(self, library: Library, progress: Progress | None = None) -> None:
        """Bring the index up to date: what changed goes into a part of its own.

        Raises:
            UnsafePlaceError: the folder is not ours alone.
            OSError: it cannot be written.
        """
        prepare(self.folder)
        with locked(self.folder):
            if self.stamp == library.stamp:
                return
            digests = _digests(library)
            old = self._usable()
            left = tuple(part.without(_gone(part, digests)) for part in old)
            known = {path for part in left for path in part.files}
            fresh = [e for e in library.entries if str(e.path) not in known]
            count = len(left) + bool(fresh)
            if count > _MOST_PARTS or len(fresh) > _DELTA * len(library.entries) or _dead(left):
                left, fresh = (), list(library.entries)
            new = self._write(fresh, digests, progress) if fresh else ()
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
    ) -> tuple[Stored, ...]:
        made = []
        for name, some in build_parts(self.folder, entries, progress):
            files = {p: (digests[p], a, b) for p, (a, b) in _spans(some).items()}
            made.append(Stored(name, len(some), checksums(self.folder / name), files))
        return tuple(made)

    def _part(self, stored: Stored) -> Part:
        folder = self.folder / stored.name
        check(folder)
        if not intact(folder, stored.sums, [TABLE]):
            raise IndexLostError("the index was damaged")
        dead = (range(start, end) for start, end in stored.dead)
        return Part(mapped(folder / TABLE), lambda: _whoosh(folder, stored), dead)

    def _sweep(self, keep: set[str]) -> None:
        for path in self.folder.glob("p-*"):
            if path.name not in keep:
                shutil.rmtree(path, ignore_errors=True)
        for path in self.folder.glob("current.json.*"):
            path.unlink(missing_ok=True)


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
    digest = hashlib.blake2b(digest_size=8)
    for entry in entries:
        digest.update("\0".join(_facts(entry)).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _facts(e: Entry) -> Iterator[str]:
    yield f"{e.id}\0{e.kind.value}\0{e.line}\0{e.end}\0{e.title}\0{e.summary}\0{e.area}"
    yield f"{e.body}\0{e.language}\0{e.subject}"
    yield from (*e.section, *e.aliases, *e.standards)
    for fence in e.fences:
        yield f"{fence.language}\0{fence.line}\0{fence.role.value}\0{fence.code}"
    for guidance in e.guidance:
        yield f"{guidance.label}\0{guidance.text}"
