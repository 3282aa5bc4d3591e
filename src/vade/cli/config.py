"""`vade config show|edit|check`."""

from __future__ import annotations

from pathlib import Path

import click

from vade.cli.context import pass_workspace
from vade.cli.group import VadeGroup
from vade.cli.options import json_option
from vade.cli.output import emit_json
from vade.editor import chosen, run
from vade.editor import command as editor_command
from vade.errors import VadeError
from vade.files import write_whole
from vade.settings import KEYS, Settings
from vade.workspace import Workspace

__all__ = ["command"]

_TEMPLATE = """# Vade's configuration. Every key and its meaning: vade config show
# reviewer = "Ada Ito"
#
# [review]
# folder = "docs/reviews"
"""


@click.group("config", cls=VadeGroup, epilog="Example: vade config show")
def command() -> None:
    """Show, edit or check the configuration."""


@command.command("show", epilog="Example: vade config show --json")
@json_option
@pass_workspace
def show(workspace: Workspace, as_json: bool) -> None:
    """Print every key with its value and meaning."""
    settings = workspace.settings
    if as_json:
        values = {key.name: settings[key.name] for key in KEYS}
        emit_json({"config": values, "keys": dict(settings.keys)})
        return
    click.echo(f"# {workspace.paths.settings}")
    for key in KEYS:
        origin = "" if key.name in settings.values else "  (default)"
        click.echo(f"{key.name} = {settings[key.name]!r}{origin}\n    {key.meaning}")
    for name, pressed in settings.keys.items():
        click.echo(f"keys.{name} = {pressed!r}")


@command.command("check", epilog="Example: vade config check")
@pass_workspace
def check(workspace: Workspace) -> None:
    """Say whether the configuration is right; exit 2 where it is not."""
    settings = Settings.read(workspace.paths.settings)
    count = len(settings.values) + len(settings.keys)
    click.echo(f"{workspace.paths.settings}: {count} keys set, all known.")


@command.command("edit", epilog="Example: EDITOR=nano vade config edit")
@pass_workspace
def edit(workspace: Workspace) -> None:
    """Open the configuration in your editor, then check it."""
    path = workspace.paths.settings
    _begin(path)
    editor = _editor(workspace)
    if not editor:
        raise VadeError("no editor is set", hint=f"Set $VISUAL or $EDITOR, or edit {path}")
    words = editor_command(editor, path, 1)
    failure = run(words)
    if failure:
        raise VadeError(f"{words[0]}: {failure}")
    Settings.read(path)


def _begin(path: Path) -> None:
    """Write a file to begin with where there is none."""
    if path.exists():
        return
    try:
        write_whole(path, _TEMPLATE)
    except OSError as error:
        raise VadeError(f"cannot be written: {error.strerror}", where=str(path)) from error


def _editor(workspace: Workspace) -> str:
    """The editor's command; a configuration that is wrong must not keep it from being mended."""
    try:
        settings = workspace.settings
    except VadeError:
        settings = Settings({})
    return chosen(settings, workspace.env)
