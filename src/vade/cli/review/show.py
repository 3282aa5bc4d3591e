"""`vade review show [REVIEW]`."""

from __future__ import annotations

import click

from vade.cli.context import pass_workspace
from vade.cli.group import VadeCommand
from vade.cli.options import json_option
from vade.cli.output import emit_json, emit_text
from vade.cli.review.chosen import latest, opened, review_argument, suggested
from vade.cli.review.lines import page
from vade.review.objects import whole
from vade.workspace import Workspace

__all__ = ["command"]


@click.command("show", cls=VadeCommand, epilog="Example: vade review show --json")
@review_argument
@json_option
@pass_workspace
def command(workspace: Workspace, ref: str | None, as_json: bool) -> None:
    """Print a review: the newest draft here, or the one named."""
    desk = opened(workspace)
    review = latest(desk, ref)
    marks = suggested(workspace, desk, review)
    if as_json:
        emit_json(whole(review, marks))
    else:
        emit_text(page(review, marks))
