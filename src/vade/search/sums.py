"""Checksums of files: what was flipped or cut is not read."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path

__all__ = ["Sums", "checksums", "intact"]

Sums = Mapping[str, tuple[int, int]]
"""File name to its size and its CRC-32."""
_BLOCK = 1 << 20


def checksums(folder: Path) -> dict[str, tuple[int, int]]:
    """Return the size and the CRC-32 of each file in `folder`."""
    return {path.name: _checksum(path) for path in sorted(folder.iterdir())}


def intact(folder: Path, sums: Sums, names: Iterable[str]) -> bool:
    """Whether each of `names` is, byte for byte, what was written.

    Raises:
        OSError: one cannot be read.
    """
    return all(_checksum(folder / name) == tuple(sums[name]) for name in names)


def _checksum(path: Path) -> tuple[int, int]:
    size, crc = 0, 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            size += len(block)
            crc = zlib.crc32(block, crc)
    return size, crc
