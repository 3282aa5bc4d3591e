"""Packs as rows, and what is in a pack as rows: what was wrong with it, its pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from vade.library import Library
from vade.library.diagnostic import Diagnostic, Level
from vade.library.document import Document
from vade.library.layers import Root
from vade.library.manifest import Manifest, read_manifest
from vade.text import counted
from vade.tui.page.runs import Run
from vade.tui.theme.roles import Role
from vade.tui.widgets.row_list import Row, RowLine

__all__ = ["Shelved", "about_rows", "pack_rows", "shelved"]

_LEVELS = {
    Level.ERROR: ("✗", Role.ERROR),
    Level.WARNING: ("!", Role.WARN),
    Level.INFO: ("i", Role.MUTED),
}
_LAYERS = {
    "bundled": "Comes with Vade",
    "user": "Yours",
    "project": "This project's",
    "given": "Given by --pack",
}


@dataclass(frozen=True, slots=True)
class Shelved:
    """One root, with what was read from it."""

    root: Root
    documents: tuple[Document, ...]
    entries: int
    findings: tuple[Diagnostic, ...]
    manifest: Manifest


def shelved(roots: Sequence[Root], library: Library) -> list[Shelved]:
    """Return what each root gave the library."""
    found = []
    for root in roots:
        documents = tuple(d for d in library.documents if d.path.is_relative_to(root.path))
        findings = tuple(d for d in library.diagnostics if d.path.is_relative_to(root.path))
        entries = sum(len(d.entries) for d in documents)
        manifest = read_manifest(root.path)[0] or Manifest()
        found.append(Shelved(root, documents, entries, findings, manifest))
    return found


def pack_rows(every: Sequence[Shelved], project: Path) -> list[Row]:
    """Return the rows of the packs, under the heading of their layer.

    Args:
        every: The packs.
        project: The project's folder; paths inside it are shown from there.
    """
    rows: list[Row] = []
    layer = ""
    for one in every:
        if one.root.layer != layer:
            layer = one.root.layer
            heading = RowLine((Run(_LAYERS[layer], Role.HEADING),))
            rows.append(Row("", (RowLine(()), heading) if rows else (heading,)))
        entries = counted(one.entries, "entry", "entries")
        count = f"{counted(len(one.documents), 'file')} · {entries}"
        levels = Counter(f.level for f in one.findings)
        wrong = tuple(
            Run(f"  {_LEVELS[level][0]} {levels[level]}", _LEVELS[level][1])
            for level in Level
            if levels[level]
        )
        told = " · ".join(filter(None, (one.manifest.version, one.manifest.license)))
        name = (Run(one.root.pack), Run(f"  {told}", Role.MUTED))
        lines = (
            RowLine(name, (Run(count, Role.MUTED), *wrong)),
            RowLine((Run(f"  {_short(one.root.path, project)}", Role.FAINT),)),
        )
        rows.append(Row(str(one.root.path), lines))
    return rows


def about_rows(one: Shelved) -> list[Row]:
    """Return what a pack says of itself, what was wrong, each with its `file:line`, its pages."""
    nothing = Row("", (RowLine((Run("Nothing is wrong here.", Role.MUTED),)),))
    findings = [_finding(n, found, one.root.path) for n, found in enumerate(one.findings)]
    return [*_manifest(one), *(findings or [nothing]), *_pages(one.documents)]


def _pages(documents: Sequence[Document]) -> list[Row]:
    if not documents:
        return []
    title = Run(counted(len(documents), "page"), Role.HEADING)
    rows = [Row("", (RowLine(()), RowLine((title,))))]
    for page in documents:
        what = Run(f"{page.kind} · {counted(len(page.entries), 'entry', 'entries')}", Role.MUTED)
        rows.append(Row(page.entries[0].id if page.entries else "", (_page_line(page, what),)))
    return rows


def _page_line(page: Document, what: Run) -> RowLine:
    return RowLine((Run(page.title), Run(f"  {page.relative}", Role.FAINT)), (what,))


def _manifest(one: Shelved) -> list[Row]:
    """The rows of a manifest; of a pack without one, its name."""
    told = one.manifest
    facts = (
        ("version", told.version),
        ("licence", told.license),
        ("asks for Vade", told.vade),
    )
    known = [Run(f"{name} {value}   ", Role.MUTED) for name, value in facts if value]
    lines = [
        (Run(one.root.pack, Role.TITLE),),
        (Run(told.description),),
        tuple(known),
    ]
    rows = [Row("", (RowLine(line),)) for line in lines if any(run.text for run in line)]
    return [*rows, Row("", (RowLine(()),))]


def _finding(n: int, finding: Diagnostic, root: Path) -> Row:
    glyph, role = _LEVELS[finding.level]
    path = finding.path
    below = path != root and path.is_relative_to(root)
    name = path.relative_to(root) if below else path.name
    lines = (
        RowLine((Run(f"{glyph} ", role), Run(finding.message))),
        RowLine((Run(f"  {name}:{finding.line}  {finding.code}", Role.MUTED),)),
    )
    return Row(str(n), lines)


def _short(path: Path, project: Path) -> str:
    """A path from the project's folder or from home, where it lies there."""
    if path.is_relative_to(project):
        return f"./{path.relative_to(project)}"
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)
