"""`vade review start [CHECKLIST]...`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vade.cli import complete
from vade.cli.context import pass_workspace
from vade.cli.group import VadeCommand
from vade.cli.options import json_option
from vade.cli.output import emit_json
from vade.cli.review.chosen import opened
from vade.cli.review.lines import headline
from vade.cli.style import paint
from vade.errors import VadeError
from vade.review.objects import whole
from vade.workspace import Workspace

if TYPE_CHECKING:
    from vade.library import Library
    from vade.review.source import ChecklistSource

__all__ = ["command"]

_USUAL = "backend-specialist/review-checklist"
_EXAMPLES = """\b
Examples
  vade review start
  vade review start --list
  vade review start pre-release
  vade review start --checklist review-checklist --checklist authorization
"""


@click.command("start", cls=VadeCommand, epilog=_EXAMPLES)
@click.argument("names", nargs=-1, metavar="[CHECKLIST]...", shell_complete=complete.checklists)
@click.option(
    "--checklist",
    "more",
    multiple=True,
    metavar="ID",
    help="Walk this one. Repeatable.",
    shell_complete=complete.checklists,
)
@click.option("--again/--fresh", default=None, help="Carry the last answers over, to confirm.")
@click.option("--list", "only_list", is_flag=True, help="Say which checklists there are.")
@json_option
@pass_workspace
def command(
    workspace: Workspace,
    names: tuple[str, ...],
    more: tuple[str, ...],
    again: bool | None,
    only_list: bool,
    as_json: bool,
) -> None:
    """Begin a review. CHECKLIST is an id or an unambiguous end of one."""
    if only_list:
        _say_checklists(workspace.library(), as_json)
        return
    desk = opened(workspace)
    review = desk.start(_chosen(workspace.library(), (*names, *more)), again)
    if as_json:
        emit_json(whole(review))
        return
    for other in desk.drafts():
        if other.id != review.id and other.checklists == review.checklists:
            said = f"review {other.id} of this checklist is not finished either"
            click.echo(f"vade: {said}; `vade review discard {other.id}` puts it away", err=True)
    names_of = ", ".join(c.title for c in review.checklists)
    click.echo(f"Started review {review.id} of {review.project}: {names_of}")
    git = workspace.project.git
    for note in (
        ("no git repository: the record will name no commit",) if git is None else git.notes
    ):
        click.echo(f"vade: {note}", err=True)
    click.echo(headline(review))


def _say_checklists(library: Library, as_json: bool) -> None:
    from vade.library.checklists import in_order, titled

    found = [(c.id, titled(c, library), len(c.entries)) for c in in_order(library)]
    if as_json:
        rows = [{"id": name, "title": title, "items": count} for name, title, count in found]
        emit_json({"checklists": rows})
        return
    for name, title, count in found:
        click.echo(f"{count:>3}  {title}  {paint(name, fg='cyan')}")


def _chosen(library: Library, names: tuple[str, ...]) -> tuple[ChecklistSource, ...]:
    if names:
        return tuple(dict.fromkeys(library.checklist(name) for name in names))
    found = library.checklists()
    usual = [c for c in found if c.id.endswith(f":{_USUAL}")] or list(found)
    if len(usual) == 1:
        return (usual[0],)
    if not found:
        raise VadeError("no pack has a checklist", hint="`vade library list` names the packs")
    names_of = ", ".join(c.id for c in found[:12])
    raise VadeError("several checklists are here", hint=f"Name one: {names_of}")
