"""`vade paths`."""

from __future__ import annotations

import click

from vade.cli.context import pass_workspace
from vade.cli.group import VadeCommand
from vade.cli.options import json_option
from vade.cli.output import emit_json
from vade.cli.style import paint
from vade.paths import bundled, unpacked
from vade.text import clean_line
from vade.workspace import Workspace

__all__ = ["command"]

_EXAMPLES = """\b
Examples
  vade paths
  vade paths --json
  vade paths --check
"""


@click.command("paths", cls=VadeCommand, epilog=_EXAMPLES)
@click.option("--check", is_flag=True, help="Say whether all that Vade needs around it is well.")
@json_option
@pass_workspace
def command(workspace: Workspace, check: bool, as_json: bool) -> int:
    """Say where Vade keeps things. Removing these folders removes all that it ever wrote.

    With --check: whether terminal, clipboard, editor, git, folders, packs and index are well. Exit
    status 1 where something is bad.
    """
    if check:
        return _checked(workspace, as_json)
    texts = {name: clean_line(str(path)) for name, path in _named(workspace).items()}
    if as_json:
        emit_json({"paths": texts})
    else:
        click.echo("\n".join(f"{name:<9} {text}" for name, text in texts.items()))
    return 0


def _named(workspace: Workspace) -> dict[str, object]:
    paths = workspace.paths
    apart = unpacked()
    return {
        "config": paths.config,
        "data": paths.data,
        "state": paths.state,
        "cache": paths.cache,
        "settings": paths.settings,
        "reviews": paths.reviews,
        "packs": paths.packs,
        "index": paths.index,
        **({"unpacked": apart} if apart else {}),
        "bundled": bundled(),
        "project": workspace.project.root,
    }


def _checked(workspace: Workspace, as_json: bool) -> int:
    from vade.cli.health import State, examine, look_at_streams

    found = list(examine(workspace, look_at_streams()))
    if as_json:
        rows = [{"name": f.name, "state": f.state.value, "message": f.message} for f in found]
        emit_json({"checks": rows})
    else:
        colors = {State.WELL: "green", State.NOTE: "yellow", State.BAD: "red"}
        for finding in found:
            state = paint(f"{finding.state.value:<5}", fg=colors[finding.state])
            click.echo(f"{state} {finding.name:<14} {finding.message}")
    return 1 if any(f.state is State.BAD for f in found) else 0
