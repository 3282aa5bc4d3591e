"""The user's editor as a program: its command, and how a run of it ended."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path, PureWindowsPath

from vade.errors import VadeError
from vade.modes import modes
from vade.programs import is_place, which
from vade.settings import Settings

__all__ = ["chosen", "command", "own_interrupts", "run", "words_of"]

_PLUS = {"vi", "vim", "nvim", "nano", "emacs", "emacsclient", "micro", "kak", "joe", "ne", "mg"}
_COLON = {"hx", "helix", "subl", "zed"}
_BATCH = (".bat", ".cmd")


def chosen(settings: Settings, env: Mapping[str, str]) -> str:
    """Return the editor's command as it was set; empty where none is."""
    return settings.text("editor") or env.get("VISUAL", "") or env.get("EDITOR", "")


def command(wanted: str, path: Path, line: int) -> list[str]:
    """Return the words that open `path` at `line` in the editor `wanted`.

    Raises:
        VadeError: no editor is set, or what is set is no command.
    """
    words = words_of(wanted)
    if not words:
        raise VadeError("no editor is set", hint="Set $VISUAL or $EDITOR")
    name = _name(words[0])
    if name in _PLUS:
        return [*words, f"+{line}", str(path)]
    if name in _COLON:
        return [*words, f"{path}:{line}"]
    if name in {"code", "codium", "cursor"}:
        return [*words, "--wait", "--goto", f"{path}:{line}"]
    return [*words, str(path)]


def words_of(wanted: str) -> list[str]:
    """Return an editor's command as its words; a backslash of Windows is a part of a path.

    Raises:
        VadeError: a quote is opened and never closed.
    """
    try:
        if sys.platform == "win32":
            return [word.strip('"') for word in shlex.split(wanted, posix=False)]
        return shlex.split(wanted)
    except ValueError as error:
        raise VadeError(f"the editor's command cannot be read: {error}") from error


def _name(program: str) -> str:
    """What a program is known by: `code` for `C:\\Tools\\Code.exe`."""
    if sys.platform == "win32":
        return PureWindowsPath(program).stem.lower()
    return Path(program).name


def own_interrupts() -> Callable[[], object] | None:
    """What gives a program its own Ctrl+C back; Windows has nothing to give."""
    if sys.platform == "win32":
        return None
    return partial(signal.signal, signal.SIGINT, signal.SIG_DFL)


def run(words: list[str]) -> str:
    """Run a program in the foreground, Ctrl+C being its own; return what went wrong, in words.

    It raises nothing: while the screens have given the terminal up, an exception would hang them.
    """
    if sys.platform == "win32" and words[0].lower().endswith(_BATCH):
        return "is a batch file, whose shell would read commands out of a file's name"
    program = words[0] if is_place(words[0]) else which(words[0], os.environ)
    if not program:
        return "is not on the PATH"
    ours = signal.signal(signal.SIGINT, signal.SIG_IGN)
    give_back = modes()
    try:
        status = _status([program, *words[1:]])
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        return getattr(error, "strerror", None) or "cannot be run"
    finally:
        give_back()
        signal.signal(signal.SIGINT, ours)
    if status < 0:
        return f"was ended by {_signal(-status)}"
    return f"ended with status {status}" if status else ""


def _status(words: list[str]) -> int:
    return subprocess.run(words, check=False, preexec_fn=own_interrupts()).returncode


def _signal(number: int) -> str:
    """What a signal is called; those in real time have no names."""
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
