"""The last guard of the commands: whatever they print, no character of it steers the terminal."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TextIO

from vade.errors import VadeError
from vade.text import clean

__all__ = ["Guard", "UnwritableError", "guard_streams", "harden_streams", "harmless"]

_COLOUR = re.compile(r"(\x1b\[[\d;]*m)")


def harmless(text: str) -> str:
    """Return `text` with all that could steer a terminal made visible, but for colours."""
    if text.isascii() and text.replace("\n", "").replace("\t", "").isprintable():
        return text
    return "".join(part if n % 2 else clean(part) for n, part in enumerate(_COLOUR.split(text)))


class UnwritableError(VadeError):
    """What is printed cannot be written, to a full disk, say."""


class Guard:
    """A text stream that lets no escape through; all else is the stream's own affair."""

    def __init__(self, stream: TextIO) -> None:
        """Stand in front of `stream`."""
        self._stream = stream

    def write(self, text: str | bytes) -> int:
        """Write what is harmless of `text`; Click gives what it completes as bytes, in UTF-8.

        Raises:
            UnwritableError: it cannot be written.
            BrokenPipeError: nobody reads it any more.
        """
        if isinstance(text, bytes):
            text = text.decode("utf-8", "backslashreplace")
        with _named():
            return self._stream.write(harmless(text))

    def flush(self) -> None:
        """Hand on what was written; raises as `write` does."""
        with _named():
            self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        """Whatever else a stream can do, but for its bytes.

        Click writes to them where the encoding is ASCII, and would go past the guard.
        """
        if name == "buffer":
            raise AttributeError(name)
        return getattr(self._stream, name)


@contextmanager
def _named() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UnwritableError(f"the output cannot be written: {error.strerror}") from error


def harden_streams() -> None:
    """Let no character, no encoding and no stream that is closed make reading or printing raise."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode))
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def guard_streams() -> None:
    """Put a guard before standard output and standard error."""
    sys.stdout = Guard(sys.stdout)
    sys.stderr = Guard(sys.stderr)
