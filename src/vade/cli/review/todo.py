"""`vade review todo`."""

from __future__ import annotations

import click

from vade.cli.context import pass_workspace
from vade.cli.group import VadeCommand
from vade.cli.options import json_option
from vade.cli.output import emit_json, emit_text
from vade.cli.review.chosen import opened
from vade.review.archive import Todo, todo
from vade.workspace import Workspace

__all__ = ["command"]


@click.command("todo", cls=VadeCommand, epilog="Example: vade review todo --json")
@json_option
@pass_workspace
def command(workspace: Workspace, as_json: bool) -> int:
    """List the follow-ups of all reviews and records here that nobody has settled since."""
    found = todo(opened(workspace).past())
    if as_json:
        emit_json({"todo": [_object(t) for t in found]})
    elif found:
        emit_text("\n".join(_line(t) for t in found))
    else:
        click.echo("Nothing to follow up.", err=True)
    return 0 if found else 1


def _line(one: Todo) -> str:
    answer = one.item.answer
    due = answer.due.isoformat() if answer.due else "no date   "
    reason = " ".join(answer.reason.split())
    return f"{due}  {answer.owner or 'nobody':<12}  {one.item.title}: {reason}"


def _object(one: Todo) -> dict[str, object]:
    answer = one.item.answer
    return {
        "id": one.item.id,
        "title": one.item.title,
        "owner": answer.owner,
        "due": answer.due.isoformat() if answer.due else None,
        "reason": answer.reason,
        "severity": one.item.weight.value,
        "review": one.past.review.id,
        "record": str(one.past.path) if one.past.path else None,
    }
