"""`vade review move [FROM]`."""

from __future__ import annotations

from pathlib import Path

import click

from vade.cli.context import pass_workspace
from vade.cli.group import VadeCommand
from vade.cli.review.chosen import opened
from vade.errors import NotFoundError, VadeError
from vade.paths import exists, expanded
from vade.project.history import first_commit
from vade.review.desk import Desk
from vade.text import counted
from vade.workspace import Workspace

__all__ = ["command", "gone"]

_EXAMPLES = """\b
Without FROM: the folder that is gone and whose reviews began with the same first commit.

\b
Examples
  vade review move
  vade review move ~/old/place/shop
"""
_HINT = "Name the old folder: vade review move FROM"


@click.command("move", cls=VadeCommand, epilog=_EXAMPLES)
@click.argument("origin", required=False, metavar="[FROM]", type=click.Path(path_type=Path))
@pass_workspace
def command(workspace: Workspace, origin: Path | None) -> None:
    """Bring the reviews along of a project that changed its folder to this one."""
    desk = opened(workspace)
    old = str((workspace.cwd / expanded(origin)).absolute()) if origin else _found(desk)
    if old == desk.root:
        raise VadeError("is this very project", where=old)
    count = desk.store.move(old, desk.root, desk.stamp())
    if not count:
        raise NotFoundError("no reviews of this folder", where=old)
    click.echo(f"Brought here: {counted(count, 'review')} of {old}.")


def gone(desk: Desk) -> list[str]:
    """Return the folders that are gone and seem to have been this project."""
    origin = first_commit(desk.project.root)
    return [root for root in desk.store.roots(origin) if not exists(Path(root))] if origin else []


def _found(desk: Desk) -> str:
    roots = gone(desk)
    if len(roots) == 1:
        return roots[0]
    if not roots:
        raise NotFoundError("no reviews seem to have been of this project", hint=_HINT)
    raise VadeError("several folders may have been this project", hint=", ".join(roots))
