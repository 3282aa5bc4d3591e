"""What the terminal says of itself before the screens take it over."""

from __future__ import annotations

import os
import re
import select
import time
from collections.abc import Mapping
from pathlib import Path

__all__ = ["background", "is_light", "is_remote"]

_ASK = b"\x1b]11;?\x1b\\\x1b[c"
"""OSC 11 asks for the background; every terminal answers the request behind it (DA1)."""
_COLOUR = re.compile(rb"\]11;rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})")
_DONE = re.compile(rb"\x1b\[\?[\d;]*c")
_NEAR, _FAR = 0.1, 0.4
"""Seconds that an answer may take, here and over ssh."""


def is_remote(env: Mapping[str, str]) -> bool:
    """Whether the terminal is at the other end of a network."""
    return any(env.get(name) for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"))


def is_light(answer: bytes) -> bool | None:
    """Whether an answer to OSC 11 names a light background; None where it names none."""
    found = _COLOUR.search(answer)
    if found is None:
        return None
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in found.groups())
    return bool(0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.5)


def background(env: Mapping[str, str]) -> bool | None:
    """Ask the terminal whether its background is light; None where it does not say."""
    if env.get("TERM", "dumb") in {"dumb", "linux"}:
        return None
    try:
        import termios
        import tty
    except ImportError:
        return None
    try:
        terminal = os.open(Path("/dev/tty"), os.O_RDWR | os.O_NOCTTY)
    except OSError:
        return None
    try:
        before = termios.tcgetattr(terminal)
        try:
            tty.setcbreak(terminal, termios.TCSANOW)
            os.write(terminal, _ASK)
            return is_light(_answer(terminal, _FAR if is_remote(env) else _NEAR))
        finally:
            termios.tcsetattr(terminal, termios.TCSANOW, before)
    except (OSError, termios.error):
        return None
    finally:
        os.close(terminal)


def _answer(terminal: int, seconds: float) -> bytes:
    answer = b""
    deadline = time.monotonic() + seconds
    while (left := deadline - time.monotonic()) > 0 and not _DONE.search(answer):
        if not select.select([terminal], [], [], left)[0]:
            break
        answer += os.read(terminal, 256)
    return answer
