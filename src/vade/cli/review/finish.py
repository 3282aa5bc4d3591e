"""`vade review finish [REVIEW]`."""

from __future__ import annotations

import click

from vade.cli.context import pass_workspace
from vade.cli.group import VadeCommand
from vade.cli.output import emit_json
from vade.cli.review.chosen import draft, json_option, opened, review_option
from vade.cli.review.lines import headline
from vade.review.objects import whole
from vade.workspace import Workspace

__all__ = ["command"]


@click.command("finish", cls=VadeCommand, epilog="Example: vade review finish")
@click.argument("name", required=False, metavar="[REVIEW]")
@review_option
@json_option
@pass_workspace
def command(workspace: Workspace, name: str | None, ref: str | None, as_json: bool) -> None:
    """Close a review; what it still owes stays owed, and the verdict says so."""
    desk = opened(workspace)
    review = desk.finish(draft(desk, ref or name).id)
    if as_json:
        emit_json(whole(review))
    else:
        click.echo(f"{review.id}: {headline(review)}")
        for reason in review.verdict.reasons:
            click.echo(f"  {reason}")
