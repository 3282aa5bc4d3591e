"""The user's editor, in the terminal that the screens give up meanwhile."""

from __future__ import annotations

import shlex
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from vade.errors import VadeError
from vade.text import clean
from vade.workspace import Workspace

__all__ = ["command", "edit", "edit_text", "own_interrupts"]

_PLUS = {"vi", "vim", "nvim", "nano", "emacs", "emacsclient", "micro", "kak", "joe", "ne", "mg"}
_COLON = {"hx", "helix", "subl", "zed"}


def command(workspace: Workspace, path: Path, line: int) -> list[str]:
    """Return the command that opens `path` at `line`.

    Raises:
        VadeError: no editor is set.
    """
    env = workspace.env
    wanted = workspace.settings.text("editor") or env.get("VISUAL", "") or env.get("EDITOR", "")
    try:
        words = shlex.split(wanted)
    except ValueError as error:
        raise VadeError(f"the editor's command cannot be read: {error}") from error
    if not words:
        raise VadeError("no editor is set", hint="Set $VISUAL or $EDITOR")
    name = Path(words[0]).name
    if name in _PLUS:
        return [*words, f"+{line}", str(path)]
    if name in _COLON:
        return [*words, f"{path}:{line}"]
    if name in {"code", "codium", "cursor"}:
        return [*words, "--wait", "--goto", f"{path}:{line}"]
    return [*words, str(path)]


def edit(app: App[Any], workspace: Workspace, path: Path, line: int) -> None:
    """Run the editor and come back, whatever it does.

    Raises:
        VadeError: it could not be run, or ended with an error.
    """
    words = command(workspace, path, line)
    failure = ""
    try:
        with app.suspend():
            failure = _run(words)
    except SuspendNotSupported as error:
        raise VadeError("this terminal cannot be handed to an editor") from error
    if failure:
        raise VadeError(f"{words[0]}: {failure}")


def edit_text(app: App[Any], workspace: Workspace, text: str) -> str:
    """Return a text as the editor left it.

    Raises:
        VadeError: the editor could not be run, or what it left is no text.
    """
    with tempfile.TemporaryDirectory(prefix="vade-") as folder:
        path = Path(folder) / "notes.md"
        path.write_text(text, encoding="utf-8")
        edit(app, workspace, path, 1)
        try:
            return clean(path.read_text(encoding="utf-8")).rstrip("\n")
        except (OSError, UnicodeDecodeError) as error:
            raise VadeError("the editor left no text that can be read") from error


def own_interrupts() -> Callable[[], object] | None:
    """What gives a program its own Ctrl+C back; Windows has nothing to give."""
    if sys.platform == "win32":
        return None
    return partial(signal.signal, signal.SIGINT, signal.SIG_DFL)


def _run(words: list[str]) -> str:
    """Run a program in the foreground; Ctrl+C is its own. An exception here would hang the app."""
    ours = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        status = subprocess.run(words, check=False, preexec_fn=own_interrupts()).returncode
    except OSError as error:
        return error.strerror or "cannot be run"
    finally:
        signal.signal(signal.SIGINT, ours)
    if status < 0:
        return f"was ended by {signal.Signals(-status).name}"
    return f"ended with status {status}" if status else ""
