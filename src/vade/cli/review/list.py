"""`vade review list`."""

from __future__ import annotations

import click

from vade.cli.context import pass_workspace
from vade.cli.group import VadeCommand
from vade.cli.options import json_option
from vade.cli.output import emit_json, emit_text
from vade.cli.review.chosen import opened
from vade.cli.review.lines import row
from vade.cli.review.move import gone
from vade.errors import VadeError
from vade.review.archive import Past
from vade.review.objects import review_object
from vade.text import clean_line
from vade.workspace import Workspace

__all__ = ["command"]


@click.command("list", cls=VadeCommand, epilog="Example: vade review list --all --json")
@click.option("--all", "everywhere", is_flag=True, help="The reviews of all projects.")
@json_option
@pass_workspace
def command(workspace: Workspace, everywhere: bool, as_json: bool) -> int:
    """List the reviews of this project and the records in its folder, newest first."""
    desk = opened(workspace)
    past = tuple(Past(r) for r in desk.reviews(everywhere)) if everywhere else desk.past()
    if as_json:
        emit_json({"reviews": [_object(p) for p in past]})
    elif past:
        emit_text("\n".join(_line(p) for p in past))
    else:
        click.echo("No reviews here. `vade review start` begins one.", err=True)
        for root in gone(desk):
            click.echo(f"There are some of {root}: `vade review move` brings them here.", err=True)
    damaged = desk.unreadable(everywhere)
    for said in damaged:
        click.echo(f"vade: {said}", err=True)
    return VadeError.exit_code if damaged else int(not past)


def _line(past: Past) -> str:
    name = f"  {clean_line(past.path.name)}" if past.path else ""
    return f"{row(past.review)}{name}"


def _object(past: Past) -> dict[str, object]:
    state = "finished" if past.review.finished else "draft"
    return {
        **review_object(past.review),
        "state": state if past.stored else "record",
        "record": str(past.path) if past.path else None,
    }
