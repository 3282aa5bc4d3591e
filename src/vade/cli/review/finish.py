"""`vade review finish [REVIEW]`."""

from __future__ import annotations

import click

from vade.cli.context import pass_workspace
from vade.cli.group import VadeCommand
from vade.cli.options import json_option
from vade.cli.review.chosen import draft, opened, review_argument
from vade.cli.review.lines import say
from vade.workspace import Workspace

__all__ = ["command"]


@click.command("finish", cls=VadeCommand, epilog="Example: vade review finish")
@review_argument
@json_option
@pass_workspace
def command(workspace: Workspace, ref: str | None, as_json: bool) -> None:
    """Close a review; what it still owes stays owed, and the verdict says so."""
    desk = opened(workspace)
    review = desk.finish(draft(desk, ref).id)
    say(review, as_json)
    for reason in review.verdict.reasons if not as_json else ():
        click.echo(f"  {reason}")
