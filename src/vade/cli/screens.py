"""Opening the screens, without the parser of the command line: the first frame waits for this."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from vade.errors import VadeError
from vade.workspace import Workspace

__all__ = ["here", "open_here", "open_screens"]


def open_here() -> int:
    """Open the TUI in the working folder: what `vade` alone does.

    Raises:
        VadeError: there is no terminal to draw on, or no folder to stand in.
    """
    return open_screens(Workspace.open(here(), os.environ), "")


def open_screens(workspace: Workspace, query: str) -> int:
    """Open the TUI of a workspace on `query` and return its exit status.

    Raises:
        VadeError: there is no terminal to draw on.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        instead = f"vade search {query!r}" if query else "vade search QUERY"
        raise VadeError("the screens need a terminal", hint=f"In a pipe or a script: {instead}")
    from vade.tui import run_app

    return run_app(workspace, query)


def here() -> Path:
    """Return the working folder.

    Raises:
        VadeError: it is gone.
    """
    try:
        return Path.cwd()
    except FileNotFoundError as error:
        raise VadeError("the working folder is gone", hint="cd somewhere else") from error
