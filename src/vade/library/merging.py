"""Parsed files of all layers to documents: who wins, who is known by its path, whose skills."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from vade.library.catalogue import finding
from vade.library.diagnostic import Diagnostic
from vade.library.document import Document, DocumentKind
from vade.library.layers import LAYERS
from vade.library.matter import Note
from vade.library.naming import entries_of
from vade.library.parsed import Parsed
from vade.library.scan import Found
from vade.library.subjects import joined
from vade.text import kebab

__all__ = ["Pair", "merge"]

Pair = tuple[Found, Parsed]

_MISSING = "skill-unresolved"


def merge(pairs: list[Pair]) -> tuple[tuple[Document, ...], tuple[Diagnostic, ...]]:
    """Return the documents in force, with their ids, and all that was found wrong in them."""
    documents = joined(_with_skills(list(_documents(_in_force(pairs)))))
    return tuple(documents), tuple(d for document in documents for d in document.diagnostics)


def _in_force(pairs: list[Pair]) -> list[Pair]:
    """Drop what a higher layer replaces; within a layer all stay."""
    best: dict[tuple[str, str], int] = {}
    for found, parsed in pairs:
        key = (parsed.kind.value, kebab(parsed.name))
        best[key] = max(best.get(key, 0), LAYERS.index(found.root.layer))
    return [
        (found, parsed)
        for found, parsed in pairs
        if LAYERS.index(found.root.layer) == best[parsed.kind.value, kebab(parsed.name)]
        or parsed.kind is DocumentKind.PLAIN
    ]


def _documents(pairs: list[Pair]) -> Iterator[Document]:
    taken: dict[tuple[str, str], Path] = {}
    for found, parsed in pairs:
        segment = kebab(parsed.name) or "document"
        first = taken.setdefault((found.root.pack, segment), found.path)
        notes = parsed.notes
        if first != found.path:
            segment = _by_path(found, taken)
            if parsed.kind is not DocumentKind.PLAIN:
                message = f"name {parsed.name!r} already defined at {first}"
                notes = (*notes, (1, "name-taken", message))
        yield _document(found, parsed, segment, notes)


def _by_path(found: Found, taken: dict[tuple[str, str], Path]) -> str:
    """The document's part of the id where its name is taken: its path, counted up if need be."""
    parts = PurePosixPath(found.relative).with_suffix("").parts
    base = "--".join(filter(None, map(kebab, parts))) or "document"
    segment, number = base, 2
    while taken.setdefault((found.root.pack, segment), found.path) != found.path:
        segment, number = f"{base}-{number}", number + 1
    return segment


def _document(found: Found, parsed: Parsed, segment: str, notes: tuple[Note, ...]) -> Document:
    return Document(
        id=f"{found.root.pack}:{segment}",
        kind=parsed.kind,
        name=parsed.name,
        title=parsed.title,
        description=parsed.description,
        pack=found.root.pack,
        layer=found.root.layer,
        path=found.path,
        relative=found.relative,
        front_matter=parsed.front.values,
        front_matter_state=parsed.front.state,
        counts=parsed.counts,
        skills=parsed.skills,
        aliases=parsed.aliases,
        entries=entries_of(parsed, found, segment),
        diagnostics=tuple(finding(found.path, *note) for note in notes),
    )


def _with_skills(documents: list[Document]) -> list[Document]:
    """Follow the skills that agents name: in their own pack first, then in the highest layer."""
    skills = [d for d in documents if d.kind is DocumentKind.SKILL]
    skills.sort(key=lambda d: -LAYERS.index(d.layer))
    return [_followed(document, skills) if document.skills else document for document in documents]


def _followed(document: Document, skills: list[Document]) -> Document:
    found, missing = [], []
    for name in document.skills:
        matching = [s for s in skills if _answers(s, name)]
        own = [s for s in matching if s.pack == document.pack]
        if own or matching:
            found.append((own or matching)[0].id)
        else:
            message = f"skill {name!r} not found (looked for skills/{name}/SKILL.md)"
            missing.append(finding(document.path, _skills_line(document), _MISSING, message))
    return replace(document, skills=tuple(found), diagnostics=(*document.diagnostics, *missing))


def _answers(skill: Document, name: str) -> bool:
    folder = skill.relative.rsplit("/", 1)[0] if "/" in skill.relative else ""
    return name in (skill.name, folder) or folder.endswith(f"/{name}")


def _skills_line(document: Document) -> int:
    keys = list(document.front_matter)
    return keys.index("skills") + 2 if "skills" in keys else 1
