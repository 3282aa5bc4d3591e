"""`vade paths`."""

from __future__ import annotations

import click

from vade.cli.context import pass_workspace
from vade.cli.group import VadeCommand
from vade.cli.output import emit_json
from vade.paths import bundled
from vade.text import clean_line
from vade.workspace import Workspace

__all__ = ["command"]


@click.command("paths", cls=VadeCommand, epilog="Example: vade paths --json")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_workspace
def command(workspace: Workspace, as_json: bool) -> None:
    """Say where Vade keeps things. Removing these folders removes all that it ever wrote."""
    paths = workspace.paths
    named = {
        "config": paths.config,
        "data": paths.data,
        "state": paths.state,
        "cache": paths.cache,
        "settings": paths.settings,
        "reviews": paths.reviews,
        "packs": paths.packs,
        "index": paths.index,
        "bundled": bundled(),
        "project": workspace.project.root,
    }
    texts = {name: clean_line(str(path)) for name, path in named.items()}
    if as_json:
        emit_json({"paths": texts})
    else:
        click.echo("\n".join(f"{name:<9} {text}" for name, text in texts.items()))
