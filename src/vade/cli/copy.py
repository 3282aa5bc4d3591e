"""`vade copy ID`."""

from __future__ import annotations

import click

from vade.cli import complete
from vade.cli.context import pass_workspace
from vade.cli.group import VadeCommand
from vade.errors import VadeError
from vade.text import counted
from vade.workspace import Workspace

__all__ = ["command"]


@click.command("copy", cls=VadeCommand, epilog="Example: vade copy token-bucket-in-redis")
@click.argument("ref", metavar="ID", shell_complete=complete.entries)
@pass_workspace
def command(workspace: Workspace, ref: str) -> None:
    """Copy an entry's code to the clipboard; without code, its text."""
    from vade.clipboard import copy

    entry = workspace.library().find(ref)
    text = entry.code or entry.body
    if not text:
        raise VadeError("has nothing to copy", where=entry.id)
    taker = copy(text, workspace.env)
    lines = counted(text.count("\n") + 1, "line")
    click.echo(f"Copied {lines} of {entry.title} ({taker}).", err=True)
