"""Running the application: what it leaves behind when it ends, however it ends."""

from __future__ import annotations

from vade.tui.app import VadeApp
from vade.tui.terminal import background
from vade.workspace import Workspace

__all__ = ["pick", "run"]


def run(workspace: Workspace, query: str) -> int:
    """Run the screens until the user leaves; return the exit status."""
    wanted = workspace.settings.text("ui.theme")
    app = VadeApp(workspace, query, light=None if wanted else background(workspace.env))
    app.run()
    return app.return_code or 0


def pick(workspace: Workspace, query: str) -> str | None:
    """Run the screens until the user has picked some code, and return it."""
    wanted = workspace.settings.text("ui.theme")
    app = VadeApp(workspace, query, light=None if wanted else background(workspace.env))
    app.picking = True
    return app.run()
