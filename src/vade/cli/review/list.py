"""`vade review list`."""

from __future__ import annotations

import click

from vade.cli.context import pass_workspace
from vade.cli.group import VadeCommand
from vade.cli.output import emit_json, emit_text
from vade.cli.review.chosen import json_option, opened
from vade.cli.review.lines import row
from vade.review.objects import review_object
from vade.workspace import Workspace

__all__ = ["command"]


@click.command("list", cls=VadeCommand, epilog="Example: vade review list --all --json")
@click.option("--all", "everywhere", is_flag=True, help="The reviews of all projects.")
@json_option
@pass_workspace
def command(workspace: Workspace, everywhere: bool, as_json: bool) -> int:
    """List the reviews of this project, newest first."""
    reviews = opened(workspace).reviews(everywhere)
    if as_json:
        emit_json({"reviews": [review_object(r) for r in reviews]})
    elif reviews:
        emit_text("\n".join(row(r) for r in reviews))
    else:
        click.echo("No reviews here. `vade review start` begins one.", err=True)
    return 0 if reviews else 1
