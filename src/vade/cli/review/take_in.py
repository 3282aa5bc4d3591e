"""`vade review import RECORD...`."""

from __future__ import annotations

from pathlib import Path

import click

from vade.cli.context import pass_workspace
from vade.cli.group import VadeCommand
from vade.cli.options import json_option
from vade.cli.output import emit_json
from vade.cli.review.chosen import opened
from vade.cli.review.lines import headline
from vade.review.objects import review_object
from vade.review.taking import TakenIn
from vade.text import clean_line, counted
from vade.workspace import Workspace

__all__ = ["command"]

_EXAMPLES = """\b
Records of one review, from several people or edited by hand, merge item by item. Where two answers
disagree, both are kept and the item is unanswered until somebody answers it again. Exit 1 then.

\b
Example: vade review import docs/reviews/2026-11-23-main-security.md
"""


@click.command("import", cls=VadeCommand, epilog=_EXAMPLES)
@click.argument("records", nargs=-1, required=True, type=click.Path(path_type=Path))
@json_option
@pass_workspace
def command(workspace: Workspace, records: tuple[Path, ...], as_json: bool) -> int:
    """Take records in: a new review, or merged into the one they come from."""
    results = opened(workspace).take_in([workspace.cwd / record for record in records])
    if as_json:
        emit_json({"imported": [_object(r) for r in results]})
    else:
        for result in results:
            _say(result)
    trouble = any(r.conflicts or any(p.conflict for p in r.problems) for r in results)
    return 1 if trouble else 0


def _say(result: TakenIn) -> None:
    for problem in result.problems:
        click.echo(f"{clean_line(str(result.path))}:{problem}", err=True)
    review = result.review
    what = "new" if result.new else f"{counted(len(result.taken), 'answer')} taken"
    click.echo(f"{review.id}: {what}; {headline(review)}")
    for item_id in result.conflicts:
        item = review.item(item_id)
        if item is not None:
            words = " and ".join(f"{r.state} ({r.by or 'unknown'})" for r in item.rivals)
            click.echo(f"  conflict: {item.title}: {words}")
    for item_id in result.older:
        item = review.item(item_id)
        if item is not None:
            state = item.answer.state
            click.echo(f"  kept: {item.title}: {state} here; the record has what was known before")


def _object(result: TakenIn) -> dict[str, object]:
    return {
        "path": str(result.path),
        "new": result.new,
        "taken": list(result.taken),
        "conflicts": list(result.conflicts),
        "older": list(result.older),
        "problems": [
            {"line": p.line, "message": p.message, "item": p.item, "conflict": p.conflict}
            for p in result.problems
        ],
        "review": review_object(result.review),
    }
