"""`vade [QUERY]`: open the screens."""

from __future__ import annotations

import sys

import click

from vade.cli.context import Run
from vade.cli.group import VadeCommand
from vade.errors import VadeError

__all__ = ["command", "open_screens"]


@click.command("open", cls=VadeCommand, hidden=True)
@click.argument("query", nargs=-1)
def command(query: tuple[str, ...]) -> int:
    """Open the screens on a query."""
    return open_screens(" ".join(query))


def open_screens(query: str) -> int:
    """Open the TUI on `query` and return its exit status.

    Raises:
        VadeError: there is no terminal to draw on.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        instead = f"vade search {query!r}" if query else "vade search QUERY"
        raise VadeError("the screens need a terminal", hint=f"In a pipe or a script: {instead}")
    from vade.tui import run_app

    run = click.get_current_context().find_root().ensure_object(Run)
    return run_app(run.workspace, query)
