"""Which parts make up the index now. Writing it is the switch from one generation to the next."""

from __future__ import annotations

import json
import secrets
import zlib
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from vade.errors import VadeError

__all__ = ["FORMAT", "IndexLostError", "Manifest", "Stored"]

FORMAT = 7
"""Counts up when the analysis, the table or the schema changes, so that no old index is read."""
_NAME = "current.json"


class IndexLostError(VadeError):
    """The index is missing or damaged and has to be built again."""


@dataclass(frozen=True, slots=True)
class Stored:
    """One part on disk."""

    name: str
    """The part's folder."""
    count: int
    """How many entries it has."""
    sums: dict[str, tuple[int, int]]
    """Size and CRC-32 of each of its files."""
    files: dict[str, tuple[str, int, int]]
    """Each Markdown file in it: the digest of what it said, and its entries' numbers."""
    dead: tuple[tuple[int, int], ...] = ()
    """The numbers of entries that are gone or that a later part replaces."""

    def without(self, paths: set[str]) -> Stored:
        """Return the part with the entries of `paths` marked dead."""
        gone = tuple(span[1:] for path, span in self.files.items() if path in paths)
        left = {path: span for path, span in self.files.items() if path not in paths}
        return replace(self, files=left, dead=(*self.dead, *((a, b) for a, b in gone)))

    @property
    def living(self) -> int:
        """How many entries can be found."""
        return self.count - sum(end - start for start, end in self.dead)


@dataclass(frozen=True, slots=True)
class Manifest:
    """The parts of one generation."""

    stamp: str
    """The library's stamp that they were built of."""
    parts: tuple[Stored, ...] = ()

    @classmethod
    def read(cls, folder: Path) -> Manifest:
        """Read the current one.

        Raises:
            IndexLostError: there is none, it is damaged, or it is of another version.
        """
        try:
            raw = (folder / _NAME).read_bytes()
        except OSError as error:
            raise IndexLostError("there was no index") from error
        head, _, body = raw.partition(b"\n")
        if head != _head(body):
            raise IndexLostError("the index was damaged, or made by another version")
        value = json.loads(body)
        return cls(value["stamp"], tuple(_stored(part) for part in value["parts"]))

    def write(self, folder: Path) -> None:
        """Make this one the current, in one step."""
        body = json.dumps({"stamp": self.stamp, "parts": [asdict(p) for p in self.parts]}).encode()
        beside = folder / f"{_NAME}.{secrets.token_hex(4)}"
        beside.write_bytes(_head(body) + b"\n" + body)
        beside.replace(folder / _NAME)


def _head(body: bytes) -> bytes:
    return f"vade {FORMAT} {zlib.crc32(body):08x}".encode()


def _stored(value: dict[str, object]) -> Stored:
    made = Stored(**value)  # type: ignore[arg-type]
    return replace(made, dead=tuple((span[0], span[1]) for span in made.dead))
