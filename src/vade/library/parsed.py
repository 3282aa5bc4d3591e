"""What one file says by itself, before it is part of a library; and the same as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vade.library.codec import fences_from, fences_to, guidance_from, guidance_to
from vade.library.document import DocumentKind, Value
from vade.library.draft import Draft
from vade.library.entry import Kind
from vade.library.matter import FrontMatter, Note

__all__ = ["Parsed", "parsed_from", "parsed_to"]


@dataclass(frozen=True, slots=True)
class Parsed:
    """One file, read."""

    kind: DocumentKind
    name: str
    title: str
    description: str
    front: FrontMatter
    aliases: tuple[str, ...]
    standards: tuple[str, ...]
    skills: tuple[str, ...]
    drafts: tuple[Draft, ...]
    """In the order of the file; the first is the document itself."""
    counts: Mapping[str, int]
    notes: tuple[Note, ...]


def parsed_to(parsed: Parsed) -> dict[str, Any]:
    """Return `parsed` as a value that `json.dumps` takes."""
    front = parsed.front
    return {
        "kind": parsed.kind.value,
        "words": [parsed.name, parsed.title, parsed.description],
        "front": [dict(front.values), front.state, front.body_line],
        "lists": [list(parsed.aliases), list(parsed.standards), list(parsed.skills)],
        "drafts": [_draft_to(draft) for draft in parsed.drafts],
        "counts": dict(parsed.counts),
        "notes": [list(note) for note in parsed.notes],
    }


def parsed_from(value: Mapping[str, Any]) -> Parsed:
    """Return what `parsed_to` made `value` of.

    Raises:
        KeyError, TypeError, ValueError: `value` was made by something else.
    """
    name, title, description = value["words"]
    values, state, body_line = value["front"]
    aliases, standards, skills = value["lists"]
    return Parsed(
        kind=DocumentKind(value["kind"]),
        name=name,
        title=title,
        description=description,
        front=FrontMatter({k: _value(v) for k, v in values.items()}, state, body_line),
        aliases=tuple(aliases),
        standards=tuple(standards),
        skills=tuple(skills),
        drafts=tuple(_draft_from(draft) for draft in value["drafts"]),
        counts=value["counts"],
        notes=tuple((line, code, message) for line, code, message in value["notes"]),
    )


def _draft_to(draft: Draft) -> list[Any]:
    return [
        draft.kind.value, draft.title, draft.body, draft.line, draft.end, list(draft.section),
        draft.summary, draft.area,
        fences_to(draft.fences), guidance_to(draft.guidance),
        draft.derived,
    ]  # fmt: skip


def _draft_from(value: list[Any]) -> Draft:
    kind, title, body, line, end, section, summary, area, fences, guidance, derived = value
    return Draft(
        Kind(kind), title, body, line, end, tuple(section), summary, area,
        fences_from(fences), guidance_from(guidance),
        derived,
    )  # fmt: skip


def _value(value: Any) -> Value:
    if isinstance(value, list):
        return tuple(_value(inner) for inner in value)
    if isinstance(value, dict):
        return {key: _value(inner) for key, inner in value.items()}
    return str(value)
