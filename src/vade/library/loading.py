"""Files to a library: read, merge the layers, give ids."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath

from vade.errors import VadeError
from vade.library.diagnostic import Diagnostic, Level
from vade.library.document import Document
from vade.library.layers import LAYERS
from vade.library.library import Library
from vade.library.naming import entries_of
from vade.library.reader import Parsed, read
from vade.library.scan import Found, Scan
from vade.text import kebab

__all__ = ["load"]

Pair = tuple[Found, Parsed]


def load(
    scan: Scan, _cache: Path | None = None, progress: Callable[[int, int], None] | None = None
) -> Library:
    """Read all files of a scan into one library.

    Args:
        scan: What was found.
        _cache: The file in which parsed files are kept between runs.
        progress: Called with files read and files in all.
    """
    pairs: list[Pair] = []
    problems = list(scan.diagnostics)
    for number, found in enumerate(scan.files, 1):
        try:
            pairs.append((found, read(found)))
        except VadeError as error:
            problem = Diagnostic(found.path, 1, Level.ERROR, "unreadable", error.message)
            problems.append(problem)
        if progress is not None:
            progress(number, len(scan.files))
    documents = _documents(_in_force(pairs), problems)
    return Library(documents, tuple(problems), scan.stamp)


def _in_force(pairs: list[Pair]) -> list[Pair]:
    """Drop what a higher layer replaces; within a layer all stay, the first with the name."""
    best: dict[tuple[str, str], int] = {}
    for found, parsed in pairs:
        key = (parsed.kind.value, kebab(parsed.name))
        best[key] = max(best.get(key, 0), LAYERS.index(found.root.layer))
    return [
        (found, parsed)
        for found, parsed in pairs
        if LAYERS.index(found.root.layer) == best[parsed.kind.value, kebab(parsed.name)]
    ]


def _documents(pairs: list[Pair], problems: list[Diagnostic]) -> tuple[Document, ...]:
    taken: dict[tuple[str, str], Path] = {}
    documents = []
    for found, parsed in pairs:
        segment = kebab(parsed.name) or "document"
        first = taken.setdefault((found.root.pack, segment), found.path)
        notes = parsed.diagnostics
        if first != found.path:
            segment = _path_segment(found)
            message = f"name {parsed.name!r} already defined at {first}"
            notes = (*notes, Diagnostic(found.path, 1, Level.WARNING, "name-taken", message))
        problems.extend(notes)
        documents.append(_document(found, parsed, segment, notes))
    return tuple(documents)


def _path_segment(found: Found) -> str:
    path = PurePosixPath(found.relative)
    return "--".join(filter(None, (kebab(part) for part in path.with_suffix("").parts)))


def _document(
    found: Found, parsed: Parsed, segment: str, notes: tuple[Diagnostic, ...]
) -> Document:
    return Document(
        id=f"{found.root.pack}:{segment}",
        kind=parsed.kind,
        name=parsed.name,
        title=parsed.title,
        description=parsed.description,
        pack=found.root.pack,
        layer=found.root.layer,
        path=found.path,
        front_matter=parsed.front.values,
        front_matter_state=parsed.front.state,
        aliases=parsed.aliases,
        entries=entries_of(parsed, found, segment),
        diagnostics=notes,
    )
