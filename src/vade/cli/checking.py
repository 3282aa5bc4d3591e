"""`vade library check`: the doctor of packs."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import click

from vade.cli import complete
from vade.cli.context import pass_workspace
from vade.cli.group import VadeCommand
from vade.cli.options import json_option
from vade.cli.output import emit_json, emit_text
from vade.cli.style import paint
from vade.errors import NotFoundError, VadeError
from vade.library import Library
from vade.library.diagnostic import Diagnostic, Level
from vade.library.document import Document, DocumentKind
from vade.library.scan import NEVER_READ
from vade.paths import exists, expanded
from vade.text import clean_line, counted, quoted
from vade.workspace import Workspace

__all__ = ["check"]

_EXAMPLES = """\b
Examples
  vade library check
  vade library check ~/.claude/agents --json
  vade library check --explain fence-unclosed
"""
_LINKING = (DocumentKind.TOPIC, DocumentKind.CHECKLIST, DocumentKind.SKILL)
"""Agents are not asked: their prompts are full of links that stand for something."""
_COLORS = {Level.ERROR: "red", Level.WARNING: "yellow", Level.INFO: "blue"}


@click.command("check", cls=VadeCommand, epilog=_EXAMPLES)
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="Warnings too make the exit status 1.")
@click.option(
    "--explain",
    metavar="CODE",
    help="Say what a code means and what to do.",
    shell_complete=complete.codes,
)
@json_option
@pass_workspace
def check(
    workspace: Workspace, paths: tuple[Path, ...], strict: bool, explain: str | None, as_json: bool
) -> int:
    """Say what is wrong with packs, with file and line. Without PATH, all that is in force.

    Exit status 1 where there are errors.
    """
    if explain is not None:
        click.echo(_explained(explain))
        return 0
    library = _with_links(workspace, _library(workspace, paths), paths)
    if as_json:
        emit_json(_object(library))
    else:
        emit_text("\n".join([_report(library), *_unread(library, _whole(workspace, paths))]))
    grave = {Level.ERROR, Level.WARNING} if strict else {Level.ERROR}
    return 1 if any(d.level in grave for d in library.diagnostics) else 0


def _library(workspace: Workspace, paths: tuple[Path, ...]) -> Library:
    if not paths:
        return workspace.library()
    whole = _whole(workspace, paths)
    missing = next((path for path in whole if not exists(path) and not path.is_symlink()), None)
    if missing is not None:
        raise VadeError("no such file or folder", where=clean_line(str(missing)))
    return Workspace.open(workspace.cwd, workspace.env, whole, only=True).library()


def _with_links(workspace: Workspace, library: Library, paths: tuple[Path, ...]) -> Library:
    """Add the links that lead nowhere; a page may link to what is in any pack."""
    from vade.library.links import dead_links

    every = library
    if paths:
        every = Workspace.open(workspace.cwd, workspace.env, _whole(workspace, paths)).library()
    dead = (
        d for page in library.documents if page.kind in _LINKING for d in dead_links(every, page)
    )
    return replace(library, diagnostics=(*library.diagnostics, *dead))


def _whole(workspace: Workspace, paths: tuple[Path, ...]) -> tuple[Path, ...]:
    return tuple(Path(os.path.normpath(workspace.cwd / expanded(path))) for path in paths)


def _explained(code: str) -> str:
    from vade.library.catalogue import CATALOGUE

    known = CATALOGUE.get(code)
    if known is None:
        raise NotFoundError(f"no code {quoted(code)}", hint=f"Codes: {', '.join(CATALOGUE)}")
    return f"{code} ({known.level})\n{known.meaning}\n{known.advice}"


def _object(library: Library) -> dict[str, object]:
    totals: Counter[str] = Counter()
    for document in library.documents:
        totals.update(document.counts)
    return {
        "files": [_file(document) for document in library.documents],
        "totals": {"files": len(library.documents), **totals},
        "diagnostics": [_finding(d) for d in library.diagnostics],
    }


def _file(document: Document) -> dict[str, object]:
    return {
        "path": clean_line(str(document.path)),
        "kind": document.kind.value,
        "name": document.name,
        "front_matter": document.front_matter_state,
        "counts": dict(document.counts),
        "entries": dict(Counter(entry.kind.value for entry in document.entries)),
    }


def _finding(diagnostic: Diagnostic) -> dict[str, object]:
    return {
        "path": clean_line(str(diagnostic.path)),
        "line": diagnostic.line,
        "level": diagnostic.level.value,
        "code": diagnostic.code,
        "message": clean_line(diagnostic.message),
    }


def _report(library: Library) -> str:
    found = sorted(library.diagnostics, key=lambda d: (str(d.path), d.line, d.code))
    lines: list[str] = []
    path = None
    for diagnostic in found:
        if path not in (None, diagnostic.path):
            lines.append("")
        path = diagnostic.path
        level = paint(diagnostic.level.value, fg=_COLORS[diagnostic.level])
        where = f"{_shown(diagnostic.path)}:{diagnostic.line}"
        code = paint(f"[{diagnostic.code}]", dim=True)
        lines.append(f"{where}: {level}: {clean_line(diagnostic.message)} {code}")
    blank = [""] if lines else []
    return "\n".join([*lines, *blank, *_advice(found), *blank, _summary(library, found)])


def _shown(path: Path) -> str:
    """The path from the working folder where it lies below it, as editors and terminals open it."""
    try:
        return clean_line(str(path.relative_to(Path.cwd())))
    except (ValueError, OSError):
        return clean_line(str(path))


def _advice(found: Iterable[Diagnostic]) -> Iterator[str]:
    """What to do, a line for each code that was found, the most frequent first."""
    from vade.library.catalogue import CATALOGUE

    for code, number in Counter(d.code for d in found).most_common():
        yield f"{number} × {paint(code, bold=True)}: {CATALOGUE[code].advice}"


def _unread(library: Library, paths: Iterable[Path]) -> Iterator[str]:
    """A line for each folder in which nothing was found while dot folders lie in it."""
    seen = [*(d.path for d in library.documents), *(d.path for d in library.diagnostics)]
    for path in paths:
        if any(file.is_relative_to(path) for file in seen):
            continue
        dotted = sorted(p.name for p in path.glob(".*") if p.is_dir() and p.name not in NEVER_READ)
        if dotted:
            names = clean_line(", ".join(dotted))
            yield f"{_shown(path)}: dot folders are read only when they are named: {names}"


def _summary(library: Library, found: Iterable[Diagnostic]) -> str:
    levels = Counter(d.level for d in found)
    grave = [counted(levels[level], level.value) for level in (Level.ERROR, Level.WARNING)]
    counts = ", ".join([*grave, f"{levels[Level.INFO]} info"])
    return f"{counted(len(library.documents), 'file')} read: {counts}."
