"""The clipboard: whichever helper is there takes the text, and its name is said honestly."""

from __future__ import annotations

import base64
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from vade.errors import VadeError
from vade.programs import which

__all__ = ["copy", "osc52", "taker"]

_OSC52_LIMIT = 74_994
"""Bytes of text that xterm and most terminals still take in one OSC 52 sequence."""


@dataclass(frozen=True, slots=True)
class _Taker:
    """A program that takes the clipboard's text on its standard input."""

    command: tuple[str, ...]
    needs: tuple[str, ...] = ()
    """Environment variables, one of which must be set for the program to have a clipboard."""
    encoding: str = "utf-8"


_TAKERS = (
    _Taker(("pbcopy",)),
    _Taker(("wl-copy",), ("WAYLAND_DISPLAY",)),
    _Taker(("xclip", "-selection", "clipboard"), ("DISPLAY",)),
    _Taker(("xsel", "--clipboard", "--input"), ("DISPLAY",)),
    _Taker(("clip.exe",), ("WSL_DISTRO_NAME", "WSL_INTEROP", "SYSTEMROOT"), "utf-16-le"),
    # -w hands the buffer on to the terminal that tmux itself runs in.
    _Taker(("tmux", "load-buffer", "-w", "-"), ("TMUX",)),
)


def copy(text: str, env: Mapping[str, str], terminal: Callable[[str], None] | None = None) -> str:
    """Put `text` on the clipboard.

    Args:
        text: What to copy.
        env: The environment, which says what clipboards there may be.
        terminal: Writes an escape sequence to the terminal; None writes to `/dev/tty`.

    Returns:
        Who took it, in a few words.

    Raises:
        VadeError: nobody did.
    """
    for candidate in _TAKERS:
        program = _program(candidate, env)
        if program and _give(program, candidate, text, env):
            return candidate.command[0]
    if env.get("TERM", "dumb") in {"dumb", "linux"}:
        raise VadeError("there is no clipboard here", hint="Install wl-copy, xclip or xsel")
    sequence = osc52(text)
    (terminal or _write_tty)(sequence)
    return "OSC 52: it is up to your terminal to accept it"


def taker(env: Mapping[str, str]) -> str:
    """Return the program that `copy` would ask first; empty where there is none."""
    return next((t.command[0] for t in _TAKERS if _program(t, env)), "")


def osc52(text: str) -> str:
    """Return the escape sequence that asks a terminal to take `text`.

    Raises:
        VadeError: the text is longer than terminals take.
    """
    data = text.encode("utf-8", "replace")
    if len(data) > _OSC52_LIMIT:
        raise VadeError(
            f"{len(data)} bytes are more than a terminal takes",
            hint="Install wl-copy, xclip or xsel, or use `vade show --code`",
        )
    return f"\x1b]52;c;{base64.b64encode(data).decode('ascii')}\x07"


def _program(taker: _Taker, env: Mapping[str, str]) -> str:
    """Where the program lies; empty where it is not there or would have no clipboard."""
    if taker.command[0] == "pbcopy" and sys.platform != "darwin":
        return ""
    if taker.needs and not any(env.get(name) for name in taker.needs):
        return ""
    return which(taker.command[0], env)


def _give(program: str, taker: _Taker, text: str, env: Mapping[str, str]) -> bool:
    """Run the program; wl-copy and xclip stay in the background, so no pipe may be held open."""
    try:
        status = subprocess.run(
            [program, *taker.command[1:]],
            input=text.encode(taker.encoding, "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=dict(env),
            timeout=5,
            check=False,
        ).returncode
    except (OSError, subprocess.TimeoutExpired):
        return False
    return status == 0


def _write_tty(sequence: str) -> None:
    device = "CONOUT$" if sys.platform == "win32" else "/dev/tty"
    try:
        with Path(device).open("w", encoding="ascii") as tty:
            tty.write(sequence)
    except OSError as error:
        raise VadeError("there is no clipboard and no terminal here") from error
