"""The terminal application."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vade.workspace import Workspace

__all__ = ["pick_code", "run_app"]


def run_app(workspace: Workspace, query: str) -> int:
    """Open the screens on a query and return the exit status."""
    gc.disable()  # until the library is read: all that a start makes is kept, nothing is garbage
    from vade.tui.run import run

    return run(workspace, query)


def pick_code(workspace: Workspace, query: str) -> tuple[str | None, int]:
    """Open the screens to choose some code; return it, if any was, and the exit status."""
    gc.disable()
    from vade.tui.run import pick

    return pick(workspace, query)
