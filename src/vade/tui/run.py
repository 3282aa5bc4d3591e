"""Running the application: what it leaves behind when it ends, however it ends."""

from __future__ import annotations

from vade.tui.app import VadeApp
from vade.tui.driver import terminal_driver
from vade.tui.leaving import kept
from vade.tui.terminal import background
from vade.workspace import Workspace

__all__ = ["pick", "run"]


def run(workspace: Workspace, query: str) -> int:
    """Run the screens until the user leaves; return the exit status."""
    app, _ = _ran(workspace, query)
    return app.return_code or 0


def pick(workspace: Workspace, query: str) -> tuple[str | None, int]:
    """Run the screens until some code is picked; return it and the exit status."""
    app, code = _ran(workspace, query, picking=True)
    return code, app.return_code or (1 if code is None else 0)


def _ran(workspace: Workspace, query: str, *, picking: bool = False) -> tuple[VadeApp, str | None]:
    wanted = workspace.settings.text("ui.theme")
    with kept() as told:
        light = None if wanted else background(workspace.env)
        app = VadeApp(workspace, query, light=light, picking=picking)
        app.driver_class = terminal_driver() or app.driver_class
        app.told = told
        return app, app.run()
