"""`vade review discard [REVIEW]`."""

from __future__ import annotations

import click

from vade.cli.context import pass_workspace
from vade.cli.group import VadeCommand
from vade.cli.options import json_option
from vade.cli.output import emit_json
from vade.cli.review.chosen import draft, opened, review_argument
from vade.cli.review.lines import headline, row
from vade.review.objects import review_object, whole
from vade.workspace import Workspace

__all__ = ["command"]

_EXAMPLES = """\b
Examples
  vade review discard
  vade review discard --list
  vade review discard --restore 01KAR7
"""


@click.command("discard", cls=VadeCommand, epilog=_EXAMPLES)
@click.option("--restore", metavar="ID", help="Take a discarded review back.")
@click.option("--list", "listing", is_flag=True, help="List what was discarded.")
@review_argument
@json_option
@pass_workspace
def command(
    workspace: Workspace,
    restore: str | None,
    listing: bool,
    ref: str | None,
    as_json: bool,
) -> int:
    """Put a review away; it is kept for 30 days."""
    desk = opened(workspace)
    if listing:
        found = desk.discarded()
        if as_json:
            emit_json({"reviews": [review_object(r) for r in found]})
        else:
            click.echo("\n".join(row(r) for r in found) or "Nothing was discarded.")
        return 0 if found else 1
    review = desk.restore(restore) if restore else desk.discard(draft(desk, ref).id)
    if as_json:
        emit_json(whole(review))
    else:
        done = "restored" if restore else "discarded, kept for 30 days"
        click.echo(f"{review.id} {done}: {headline(review)}")
    return 0
