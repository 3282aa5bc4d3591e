"""What is wrong with the packs that were named on the command line, on standard error."""

from __future__ import annotations

from collections.abc import Iterable

import click

from vade.library.diagnostic import Diagnostic, Level
from vade.text import clean_line
from vade.workspace import Workspace

__all__ = ["say_problems"]

_MOST = 5


def say_problems(workspace: Workspace, found: Iterable[Diagnostic]) -> None:
    """Print the errors, then the warnings, of packs given by `--pack`; five lines at most.

    What is wrong with the standing packs is the business of `vade library check` alone: it would
    stand above every answer.
    """
    graver = [d for level in (Level.ERROR, Level.WARNING) for d in found if d.level is level]
    named = [d for d in graver if any(d.path.is_relative_to(pack) for pack in workspace.packs)]
    for d in named[:_MOST]:
        where = f"{clean_line(str(d.path))}:{d.line}"
        click.echo(f"{where}: {d.level.value}: {clean_line(d.message)}", err=True)
    if len(named) > _MOST:
        more = f"{len(named) - _MOST} more; `vade library check` on the pack lists all"
        click.echo(f"vade: {more}", err=True)
