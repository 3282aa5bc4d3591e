"""Running the application: what it leaves behind when it ends, however it ends."""

from __future__ import annotations

from vade.tui.app import VadeApp
from vade.workspace import Workspace

__all__ = ["run"]


def run(workspace: Workspace, query: str) -> int:
    """Run the screens until the user leaves; return the exit status."""
    app = VadeApp(workspace, query)
    app.run()
    return app.return_code or 0
