"""One file of a pack, read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from vade.library.diagnostic import Diagnostic
from vade.library.entry import Entry

__all__ = ["Document", "DocumentKind", "Value"]

Value = str | tuple["Value", ...] | Mapping[str, "Value"]
"""A front-matter value: every scalar is a string."""


class DocumentKind(StrEnum):
    """What kind of file it is."""

    AGENT = "agent"
    SKILL = "skill"
    TOPIC = "topic"
    CHECKLIST = "checklist"
    PLAIN = "doc"


@dataclass(frozen=True, slots=True)
class Document:
    """One Markdown file: its front matter, its entries, and what was wrong with it."""

    id: str
    """`pack:document`."""
    kind: DocumentKind
    name: str
    title: str
    description: str
    pack: str
    layer: str
    """`bundled`, `user`, `project` or `given`."""
    path: Path
    relative: str = ""
    """Its path in the pack, with `/`."""
    front_matter: Mapping[str, Value] = field(default_factory=dict)
    front_matter_state: str = "none"
    """`strict`, `repaired` or `none`."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """How many headings, items, fences, tasks … the outline has."""
    skills: tuple[str, ...] = ()
    """The ids of the skill documents that this agent names and that were found, in its order."""
    aliases: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    """In the order of the file; the first is the document (or topic page) itself."""
    diagnostics: tuple[Diagnostic, ...] = ()
