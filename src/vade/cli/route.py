"""`vade route TASK`."""

from __future__ import annotations

import click

from vade.cli.context import pass_workspace
from vade.cli.group import VadeCommand
from vade.cli.options import json_option, limit_option
from vade.cli.output import emit_json, emit_text
from vade.cli.problems import say_problems
from vade.cli.shape import brief
from vade.cli.style import paint
from vade.workspace import Workspace

__all__ = ["command"]

_EXAMPLES = """\b
Examples
  vade route add rate limiting to the login endpoint
  vade route "migrate the orders table without downtime" --json
"""


@click.command("route", cls=VadeCommand, epilog=_EXAMPLES)
@click.argument("task", nargs=-1, required=True)
@limit_option(12, 200)
@json_option
@pass_workspace
def command(workspace: Workspace, task: tuple[str, ...], limit: int, as_json: bool) -> int:
    """Say which agents, topics and checklists fit a task, and by which words."""
    from vade.library.routing import route

    text = " ".join(task)
    library = workspace.library()
    say_problems(workspace, library.diagnostics)
    routes = route(library, text, limit)
    if as_json:
        rows = [
            {**brief(r.entry), "role": r.role, "score": round(r.score, 3), "words": list(r.words)}
            for r in routes
        ]
        emit_json({"task": text, "routes": rows})
    elif routes:
        lines = [
            f"{r.role:<10} {paint(r.entry.title, bold=True)}  "
            f"{paint('for ' + ', '.join(r.words), dim=True)}\n           "
            f"{paint(r.entry.id, fg='cyan')}"
            for r in routes
        ]
        emit_text("\n".join(lines))
    else:
        click.echo("Nothing in the library fits this task.", err=True)
    return 0 if routes else 1
