"""Bytes to clean lines, and what had to be changed on the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from vade.errors import VadeError
from vade.library.matter import Note
from vade.library.scan import MOST_BYTES
from vade.plain_file import read_plain
from vade.text import clean

__all__ = ["NotTextError", "content_of", "decode"]

_SAMPLE = 8_000
"""Bytes that are looked at to tell text from anything else."""
_BINARY = bytes([*range(7), *range(14, 27), *range(28, 32)])
"""Control characters that stand in no text; ESC is not among them, people paste its sequences."""
_MOST_LINES = 5
"""Lines with control characters that are named one by one."""


class NotTextError(VadeError):
    """The file holds something else than text."""


def content_of(path: Path) -> bytes:
    """Return the bytes of a file that was found to be read, as it is now.

    Raises:
        VadeError: it is no regular file any more, too large, or cannot be read.
    """
    return read_plain(path, MOST_BYTES)


def decode(data: bytes) -> tuple[list[str], list[Note]]:
    """Return the lines of a file without BOM, with LF ends and visible control characters.

    Lines end at LF only: U+2028 and the like do not end one.

    Raises:
        NotTextError: the bytes are no text in UTF-8 or anything near it.
    """
    notes: list[Note] = []
    _refuse_binary(data)
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


def _refuse_binary(data: bytes) -> None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise NotTextError("is UTF-16; save it as UTF-8")
    sample = data[:_SAMPLE]
    odd = len(sample) - len(sample.translate(None, _BINARY))
    if odd * 20 > len(sample) and _broken(sample):
        raise NotTextError("is a binary file")


def _broken(sample: bytes) -> bool:
    """Whether the bytes are no UTF-8, but for a character cut at their end."""
    try:
        sample.decode()
    except UnicodeDecodeError as error:
        return error.start < len(sample) - 3
    return False


def _control_notes(text: str) -> Iterator[Note]:
    lines = text.split("\n")
    odd = [number for number, line in enumerate(lines, 1) if clean(line) != line]
    for number in odd[:_MOST_LINES]:
        seen = dict.fromkeys(c for c in lines[number - 1] if clean(c) != c)
        names = ", ".join(f"U+{ord(c):04X}" for c in list(seen)[:5])
        what = "characters" if len(seen) > 1 else "character"
        yield number, "control-character", f"control {what} {names} made visible"
    if len(odd) > _MOST_LINES:
        more = f"control characters made visible on {len(odd) - _MOST_LINES} more lines"
        yield odd[_MOST_LINES], "control-character", more
