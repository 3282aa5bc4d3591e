"""Bytes to clean lines, and what had to be changed on the way."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from vade.errors import VadeError
from vade.library.front_matter import Note
from vade.library.scan import MOST_BYTES
from vade.text import clean

__all__ = ["content_of", "decode"]


def content_of(path: Path) -> bytes:
    """Return the bytes of a regular file of at most 1 MB; nothing else is waited for.

    Raises:
        VadeError: it is no regular file any more, too large, or cannot be read.
    """
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as file:
            seen = os.fstat(handle)
            if not stat.S_ISREG(seen.st_mode) or seen.st_size > MOST_BYTES:
                raise VadeError("changed into something that is not read", where=str(path))
            return file.read(MOST_BYTES)
    except OSError as error:
        raise VadeError(f"cannot be read: {error.strerror}", where=str(path)) from error


def decode(data: bytes) -> tuple[list[str], list[Note]]:
    """Return the lines of a file without BOM, with LF ends and visible control characters.

    Lines end at LF only: U+2028 and the like do not end one.
    """
    notes: list[Note] = []
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = data.decode("utf-8-sig", "replace")
        line = data.count(b"\n", 0, error.start) + 1
        notes.append((line, "not-utf-8", f"not UTF-8 (byte 0x{data[error.start]:02X})"))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    cleaned = clean(text)
    if cleaned != text:
        notes.extend(_control_notes(text))
    return cleaned.split("\n"), notes


def _control_notes(text: str) -> Iterator[Note]:
    for number, line in enumerate(text.split("\n"), 1):
        if clean(line) != line:
            seen = dict.fromkeys(c for c in line if clean(c) != c)
            names = ", ".join(f"U+{ord(c):04X}" for c in list(seen)[:5])
            what = "characters" if len(seen) > 1 else "character"
            yield number, "control-character", f"control {what} {names} made visible"
