"""`vade review redo [REVIEW]`."""

from __future__ import annotations

import click

from vade.cli.context import pass_workspace
from vade.cli.group import VadeCommand
from vade.cli.options import json_option
from vade.cli.review.chosen import draft, opened, review_argument
from vade.cli.review.lines import say
from vade.workspace import Workspace

__all__ = ["command"]


@click.command("redo", cls=VadeCommand, epilog="Example: vade review redo")
@review_argument
@json_option
@pass_workspace
def command(workspace: Workspace, ref: str | None, as_json: bool) -> None:
    """Give the answer again that was undone last."""
    desk = opened(workspace)
    say(desk.redo(draft(desk, ref).id), as_json)
