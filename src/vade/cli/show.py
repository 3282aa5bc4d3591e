"""`vade show ID`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vade.cli import complete
from vade.cli.context import pass_workspace
from vade.cli.group import VadeCommand
from vade.cli.options import json_option
from vade.cli.output import emit_json, emit_text
from vade.cli.problems import say_problems
from vade.cli.shape import full
from vade.cli.style import paint
from vade.errors import VadeError
from vade.workspace import Workspace

if TYPE_CHECKING:  # with them come the readers, which completion has no time for
    from vade.library.entry import Entry
    from vade.library.proofs import Badge

__all__ = ["command"]

_EXAMPLES = """\b
Examples
  vade show sql-injection-prevention
  vade show patterns/token-bucket-in-redis --code
  vade show rate-limiting#token-bucket-in-redis
"""


@click.command("show", cls=VadeCommand, epilog=_EXAMPLES)
@click.argument("ref", metavar="ID", shell_complete=complete.entries)
@click.option("--code", "what", flag_value="code", help="Print only the code.")
@click.option("--proof", "what", flag_value="proof", help="Print the test that proves it.")
@json_option
@pass_workspace
def command(workspace: Workspace, ref: str, what: str | None, as_json: bool) -> None:
    """Print one entry. ID is an id, any unambiguous end of one, or a link such as PAGE#PART."""
    library = workspace.library()
    say_problems(workspace, library.diagnostics)
    entry = library.find(ref)
    proven = workspace.badge(entry)
    if as_json:
        badge = {"state": proven.state, "versions": dict(proven.versions)} if proven else None
        emit_json(
            {
                "entry": {
                    **full(entry, library.related(entry), library.used_by(entry)),
                    "badge": badge,
                }
            }
        )
    elif what == "code":
        emit_text(_code(entry))
    elif what == "proof":
        emit_text(_proof(entry))
    else:
        emit_text(_page(entry, library.related(entry), proven))


def _code(entry: Entry) -> str:
    if not entry.code:
        raise VadeError("has no code", where=entry.id)
    return entry.code


def _proof(entry: Entry) -> str:
    if not entry.proofs():
        raise VadeError("has no proof", where=entry.id)
    return "\n\n".join(fence.code for fence in entry.proofs())


def _page(entry: Entry, related: tuple[Entry, ...], badge: Badge | None) -> str:
    from vade.library.pages import page_text
    from vade.library.standards import called

    label = " · ".join(filter(None, (str(entry.kind), entry.area, *map(called, entry.standards))))
    parts = [paint(entry.title, bold=True), paint(f"{label}\n{entry.place}", dim=True), ""]
    parts.append(page_text(entry).rstrip())
    if badge:
        parts.append(paint(f"\n◆ {badge}", fg="green" if badge.versions else "yellow"))
    parts += [f"\n{paint(g.label, bold=True)}\n{g.text}" for g in entry.guidance]
    if entry.is_whole:
        related = tuple(e for e in related if (e.pack, e.document) != (entry.pack, entry.document))
    if related:
        parts.append(f"\n{paint('Related', bold=True)}")
        parts += [f"  {e.kind:<10} {e.title}  {paint(e.id, fg='cyan')}" for e in related]
    return "\n".join(parts)
