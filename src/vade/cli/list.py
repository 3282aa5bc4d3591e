"""`vade list [KIND]`."""

from __future__ import annotations

import click

from vade.cli.context import pass_workspace
from vade.cli.group import VadeCommand
from vade.cli.options import json_option
from vade.cli.output import emit_json, emit_text
from vade.cli.problems import say_problems
from vade.cli.shape import brief
from vade.cli.style import paint
from vade.library.entry import Kind
from vade.workspace import Workspace

__all__ = ["command"]

_EXAMPLES = """\b
Examples
  vade list
  vade list pattern --json
"""


@click.command("list", cls=VadeCommand, epilog=_EXAMPLES)
@click.argument("kind", required=False, type=click.Choice([k.value for k in Kind]))
@json_option
@pass_workspace
def command(workspace: Workspace, kind: str | None, as_json: bool) -> int:
    """List entries, all or of one kind, in the order of their files."""
    library = workspace.library()
    say_problems(workspace, library.diagnostics)
    entries = [e for e in library.entries if kind in (None, e.kind.value)]
    if as_json:
        emit_json({"entries": [brief(e) for e in entries]})
    elif entries:
        emit_text("\n".join(f"{e.kind:<10} {e.title}  {paint(e.id, fg='cyan')}" for e in entries))
    else:
        click.echo("No entries.", err=True)
    return 0 if entries else 1
