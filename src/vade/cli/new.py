"""`vade new KIND NAME`: begin a document of your own that Vade reads without a warning."""

from __future__ import annotations

from pathlib import Path

import click

from vade.cli.context import pass_workspace
from vade.cli.group import VadeCommand
from vade.cli.skeletons import SKELETONS
from vade.errors import VadeError
from vade.text import clean_line, kebab
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
    "--in", "pack", metavar="PACK", help="A pack's folder, or the name of a pack of yours."
)
@pass_workspace
def command(workspace: Workspace, kind: str, name: str, pack: str | None) -> None:
    """Begin an agent, topic, pattern or checklist of your own.

    Without --in it goes into your own pack `mine`, in the folder that `vade paths` calls packs.
    """
    title = clean_line(name)
    stem = kebab(title)
    if not stem:
        raise VadeError(f"{title!r} has no letter or digit", hint="Give it a name of words")
    folder, text = SKELETONS[kind]
    path = _pack_folder(workspace, pack) / folder / f"{stem}.md"
    _write_new(path, text.replace("@name@", stem).replace("@title@", _title(title)))
    click.echo(str(path))


def _pack_folder(workspace: Workspace, pack: str | None) -> Path:
    if pack is None:
        return workspace.paths.packs / "mine"
    given = Path(pack).expanduser()
    if given.is_dir() or "/" in pack or pack.startswith("."):
        return workspace.cwd / given
    return workspace.paths.packs / pack


def _title(name: str) -> str:
    return name if " " in name else name.replace("-", " ").capitalize()


def _write_new(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise VadeError("is there already", where=str(path), hint="Choose another name") from error
    except OSError as error:
        raise VadeError(f"cannot be written: {error.strerror}", where=str(path)) from error
