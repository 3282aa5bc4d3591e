"""`vade [QUERY]`: open the screens."""

from __future__ import annotations

import click

from vade.cli.context import pass_workspace
from vade.cli.group import VadeCommand
from vade.cli.screens import open_screens
from vade.workspace import Workspace

__all__ = ["command"]


@click.command("open", cls=VadeCommand, hidden=True)
@click.argument("query", nargs=-1)
@pass_workspace
def command(workspace: Workspace, query: tuple[str, ...]) -> int:
    """Open the screens on a query."""
    return open_screens(workspace, " ".join(query))
