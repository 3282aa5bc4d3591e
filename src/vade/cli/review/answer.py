"""`vade review answer ITEM [STATE]`."""

from __future__ import annotations

import click

from vade.cli import complete
from vade.cli.context import pass_workspace
from vade.cli.group import VadeCommand
from vade.cli.options import json_option
from vade.cli.output import emit_json
from vade.cli.review.chosen import draft, opened, review_option
from vade.cli.review.lines import headline, item_line
from vade.paths import exists, is_file
from vade.review.objects import whole
from vade.review.spelling import as_date, as_severity, as_state
from vade.workspace import Workspace

__all__ = ["command"]

_EXAMPLES = """\b
STATE is pass, fail, n/a (or na), follow-up or unanswered; without it, only the rest changes.
Fail, n/a and follow-up owe a reason.

\b
Examples
  vade review answer logging pass
  vade review answer sql-injection fail --reason "built by formatting" --evidence src/db.py:4-6
  vade review answer rate-limiting follow-up --reason "no Redis yet" --owner Bo --due 2026-12-01
"""


@click.command("answer", cls=VadeCommand, epilog=_EXAMPLES)
@click.argument("item", metavar="ITEM", shell_complete=complete.items)
@click.argument("state", metavar="[STATE]", required=False)
@click.option("--reason", metavar="TEXT", help="Why.")
@click.option("--notes", "--note", metavar="TEXT", help="Anything else, in Markdown.")
@click.option("--severity", metavar="WORD", help="critical, major, minor or note.")
@click.option(
    "--evidence",
    multiple=True,
    metavar="PLACE",
    help="path:line[-line], path or URL. Repeatable; replaces what was there.",
)
@click.option("--confirm", is_flag=True, help="Answer as the last review did.")
@click.option("--owner", metavar="NAME", help="Who does the follow-up.")
@click.option("--due", metavar="DATE", help="When it is due, as YYYY-MM-DD.")
@review_option
@json_option
@pass_workspace
def command(
    workspace: Workspace,
    item: str,
    state: str | None,
    reason: str | None,
    notes: str | None,
    severity: str | None,
    evidence: tuple[str, ...],
    confirm: bool,
    owner: str | None,
    due: str | None,
    ref: str | None,
    as_json: bool,
) -> None:
    """Answer one item. ITEM is its id or any unambiguous end of it."""
    word = as_state(state) if state else None
    weight = as_severity(severity) if severity else None
    day = as_date(due) if due else None
    desk = opened(workspace)
    before = draft(desk, ref)
    if confirm:
        desk.confirm(before.id, item)
    review = desk.answer(
        before.id,
        item,
        word,
        reason=reason,
        notes=notes,
        severity=weight,
        evidence=[_from_here(workspace, place) for place in evidence] or None,
        owner=owner,
        due=day,
    )
    if as_json:
        emit_json(whole(review))
        return
    click.echo(item_line(desk.item(review, item)))
    click.echo(headline(review))


def _from_here(workspace: Workspace, place: str) -> str:
    """A path is relative to the project root; one that is not there, to the working folder."""
    path, colon, lines = place.partition(":")
    inside = workspace.cwd.is_relative_to(workspace.project.root)
    if not inside or exists(workspace.project.root / path):
        return place
    here = workspace.cwd / path
    below = is_file(here) and ".." not in path
    return (
        f"{here.relative_to(workspace.project.root).as_posix()}{colon}{lines}" if below else place
    )
