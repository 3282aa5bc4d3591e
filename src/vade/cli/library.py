"""`vade library list|add|remove|check`."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import click

from vade.cli import complete
from vade.cli.checking import check
from vade.cli.context import pass_workspace
from vade.cli.group import VadeGroup
from vade.cli.options import json_option
from vade.cli.output import emit_json, emit_text
from vade.library import Library
from vade.library.scan import Scan
from vade.text import clean_line
from vade.workspace import Workspace

__all__ = ["command"]

_EXAMPLES = """\b
Examples
  vade library list
  vade library add ~/work/team-pack
  vade library check --strict .vade
"""


@click.group("library", cls=VadeGroup, epilog=_EXAMPLES)
def command() -> None:
    """See, add, remove and check packs."""


command.add_command(check)


@command.command("list", epilog="Example: vade library list --json")
@click.option("--documents", is_flag=True, help="Name every document with its file.")
@json_option
@pass_workspace
def list_(workspace: Workspace, documents: bool, as_json: bool) -> None:
    """Say what is read from where, and which file won."""
    scan = workspace.scan()
    library = workspace.library()
    if as_json:
        emit_json({"packs": _packs(scan, library), "documents": _documents(library)})
        return
    lines = [_line(pack) for pack in _packs(scan, library)]
    if documents:
        lines += [f"{d['kind']:<9} {d['id']}  {d['path']}" for d in _documents(library)]
    emit_text("\n".join(lines))


@command.command("add", epilog="Example: vade library add ~/work/team-pack --name team")
@click.argument("path", type=click.Path())
@click.option("--name", help="The pack's name; else the folder's.")
@pass_workspace
def add(workspace: Workspace, path: str, name: str | None) -> None:
    """Read a folder or file from now on. Nothing is copied; the path is recorded."""
    from vade.library.added import add as record
    from vade.library.layers import pack_at

    pack = pack_at(path, workspace.cwd, name or "")
    record(workspace.paths.added, pack)
    click.echo(f"Added {pack.name}: {pack.path}")


@command.command("remove", epilog="Example: vade library remove team-pack")
@click.argument("name", shell_complete=complete.added_packs)
@pass_workspace
def remove(workspace: Workspace, name: str) -> None:
    """Read an added pack no more. Its files stay where they are."""
    from vade.library.added import remove as forget

    pack = forget(workspace.paths.added, name)
    click.echo(f"Removed {pack.name}; its files are still in {pack.path}")


def _line(pack: dict[str, Any]) -> str:
    told = pack["manifest"] or {}
    known = filter(None, (told.get("version"), told.get("license")))
    return (
        f"{pack['layer']:<8} {pack['pack']:<20} {pack['documents']:>5} documents "
        f"{pack['entries']:>6} entries  {'  '.join((*known, pack['path']))}"
    )


def _packs(scan: Scan, library: Library) -> list[dict[str, Any]]:
    from vade.library.manifest import read_manifest

    rows = []
    for root in scan.roots:
        manifest, _ = read_manifest(root.path)
        inside = [
            d
            for d in library.documents
            if d.pack == root.pack and d.layer == root.layer and d.path.is_relative_to(root.path)
        ]
        rows.append(
            {
                "layer": root.layer,
                "pack": root.pack,
                "path": clean_line(str(root.path)),
                "documents": len(inside),
                "entries": sum(len(d.entries) for d in inside),
                "manifest": asdict(manifest) if manifest else None,
            }
        )
    return rows


def _documents(library: Library) -> list[dict[str, object]]:
    return [
        {
            "id": d.id,
            "kind": d.kind.value,
            "name": d.name,
            "title": d.title,
            "layer": d.layer,
            "path": clean_line(str(d.path)),
            "skills": list(d.skills),
        }
        for d in library.documents
    ]
