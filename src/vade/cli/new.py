"""`vade new KIND NAME`: begin a document of your own that Vade reads without a warning."""

from __future__ import annotations

from pathlib import Path

import click

from vade.cli.context import pass_workspace
from vade.cli.group import VadeCommand
from vade.library.skeletons import SKELETONS, begin
from vade.paths import expanded
from vade.workspace import Workspace

__all__ = ["command"]

_EXAMPLES = """\b
Examples
  vade new agent data-engineer
  vade new checklist "Mobile release" --in .vade
"""


@click.command("new", cls=VadeCommand, epilog=_EXAMPLES)
@click.argument("kind", type=click.Choice(list(SKELETONS)))
@click.argument("name")
@click.option(
    "--in", "into", metavar="PACK", help="A pack's folder, or the name of a pack of yours."
)
@pass_workspace
def command(workspace: Workspace, kind: str, name: str, into: str | None) -> None:
    """Begin an agent, topic, pattern or checklist of your own.

    Without --in it goes into your own pack `mine`, in the folder that `vade paths` calls packs.
    """
    click.echo(str(begin(kind, name, _pack_folder(workspace, into))))


def _pack_folder(workspace: Workspace, pack: str | None) -> Path:
    if pack is None:
        return workspace.paths.packs / "mine"
    given = expanded(pack)
    if given.is_dir() or "/" in pack or pack.startswith("."):
        return workspace.cwd / given
    return workspace.paths.packs / pack
