"""Running the application: what it leaves behind when it ends, however it ends."""

from __future__ import annotations

from vade.tui.app import VadeApp
from vade.tui.driver import piped_driver
from vade.tui.terminal import background
from vade.workspace import Workspace

__all__ = ["pick", "run"]


def run(workspace: Workspace, query: str) -> int:
    """Run the screens until the user leaves; return the exit status."""
    app = _app(workspace, query)
    app.run()
    return app.return_code or 0


def pick(workspace: Workspace, query: str) -> tuple[str | None, int]:
    """Run the screens until some code is picked; return it and the exit status."""
    app = _app(workspace, query, picking=True)
    code = app.run()
    return code, app.return_code or (1 if code is None else 0)


def _app(workspace: Workspace, query: str, *, picking: bool = False) -> VadeApp:
    wanted = workspace.settings.text("ui.theme")
    light = None if wanted else background(workspace.env)
    app = VadeApp(workspace, query, light=light, picking=picking)
    app.driver_class = piped_driver() or app.driver_class
    return app
