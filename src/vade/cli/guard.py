"""The last guard of the commands: whatever they print, no character of it steers the terminal."""

from __future__ import annotations

import re
import sys
from typing import Any, TextIO

from vade.text import clean

__all__ = ["Guard", "guard_streams", "harmless"]

_COLOUR = re.compile(r"(\x1b\[[\d;]*m)")


def harmless(text: str) -> str:
    """Return `text` with all that could steer a terminal made visible, but for colours."""
    if text.isascii() and text.replace("\n", "").replace("\t", "").isprintable():
        return text
    return "".join(part if n % 2 else clean(part) for n, part in enumerate(_COLOUR.split(text)))


class Guard:
    """A text stream that lets no escape through; all else is the stream's own affair."""

    def __init__(self, stream: TextIO) -> None:
        """Stand in front of `stream`."""
        self._stream = stream

    def write(self, text: str) -> int:
        """Write what is harmless of `text`."""
        return self._stream.write(harmless(text))

    def __getattr__(self, name: str) -> Any:
        """Whatever else a stream can do."""
        return getattr(self._stream, name)


def guard_streams() -> None:
    """Put a guard before standard output and standard error."""
    sys.stdout = Guard(sys.stdout)
    sys.stderr = Guard(sys.stderr)
