"""The user's editor, in the terminal that the screens give up meanwhile."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from vade.editor import chosen, command, run
from vade.errors import VadeError
from vade.plain_file import read_plain
from vade.text import clean
from vade.tui.leaving import put_off
from vade.workspace import Workspace

__all__ = ["edit", "edit_text"]

_LIMIT = 1_000_000
"""Bytes that a text may have after the editor."""


def edit(app: App[Any], workspace: Workspace, path: Path, line: int) -> None:
    """Run the editor and come back, whatever it does.

    Raises:
        VadeError: it could not be run, or ended with an error.
    """
    words = command(chosen(workspace.settings, workspace.env), path, line)
    failure = ""
    try:
        with app.suspend(), put_off():
            failure = run(words)
    except SuspendNotSupported as error:
        raise VadeError("this terminal cannot be handed to an editor") from error
    if failure:
        raise VadeError(f"{words[0]}: {failure}")


def edit_text(app: App[Any], workspace: Workspace, text: str) -> str:
    """Return a text as the editor left it.

    Raises:
        VadeError: the editor could not be run, or what it left is no text.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="vade-", ignore_cleanup_errors=True) as folder:
            path = Path(folder) / "notes.md"
            path.write_text(text, encoding="utf-8")
            edit(app, workspace, path, 1)
            return clean(read_plain(path, _LIMIT).decode("utf-8")).rstrip("\n")
    except UnicodeDecodeError as error:
        raise VadeError("the editor left no text that can be read") from error
    except OSError as error:
        raise VadeError(f"no file can be given to the editor: {error.strerror}") from error
