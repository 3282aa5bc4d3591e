"""How a table lies in its file: named arrays behind a JSON header.

    8 bytes   VADETAB and the version
    8 bytes   length of the header, little endian
    header    JSON: {"order": byte order, "sections": {name: [typecode, offset, bytes]}}
    sections  each at a multiple of 8, counted from the end of the header

Words are sorted as UTF-8. Postings of a word are sorted by impact, highest first, so that a slice
from the front is its best. `words`, `stems` and `texts` are blobs with an array of ends beside
them.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Mapping
from operator import add
from typing import TypeAlias

__all__ = ["LONGEST", "MAGIC", "SHORT", "SHORTEST", "TOP", "Section", "grams", "joined", "split"]

MAGIC = b"VADETAB6"
SHORT = 2
"""Prefixes up to this length have a list of their best entries."""
TOP = 256
"""How many entries such a list has."""
SHORTEST, LONGEST = 3, 24
"""Words of other lengths are not what a misspelt one was meant to be."""

Section: TypeAlias = "bytes | bytearray | array[int]"


def grams(word: str, *, whole: bool = True) -> set[str]:
    """Return the pairs of letters in a word, its beginning and, where it is whole, its end."""
    marked = f"^{word}$" if whole else f"^{word}"
    return set(map(add, marked, marked[1:]))


def joined(sections: Mapping[str, Section]) -> bytes:
    """Return the bytes of a table."""
    places: dict[str, tuple[str, int, int]] = {}
    body: list[bytes] = []
    at = 0
    for name, section in sections.items():
        typecode = section.typecode if isinstance(section, array) else "B"
        raw = section.tobytes() if isinstance(section, array) else bytes(section)
        places[name] = (typecode, at, len(raw))
        padding = -len(raw) % 8
        body += [raw, b"\0" * padding]
        at += len(raw) + padding
    header = json.dumps({"order": sys.byteorder, "sections": places}).encode()
    header += b" " * (-len(header) % 8)
    return b"".join([MAGIC, len(header).to_bytes(8, "little"), header, *body])


def split(data: memoryview) -> dict[str, memoryview]:
    """Return the sections of a table, as views of `data`.

    Raises:
        ValueError, KeyError, TypeError: it is no table of this version and machine.
    """
    if bytes(data[:8]) != MAGIC:
        raise ValueError("not a table of this version")
    start = 16 + int.from_bytes(data[8:16], "little")
    header = json.loads(bytes(data[16:start]))
    if header["order"] != sys.byteorder:
        raise ValueError("a table of another kind of machine")
    return {
        name: data[start + at : start + at + size].cast(typecode)
        for name, (typecode, at, size) in header["sections"].items()
    }
