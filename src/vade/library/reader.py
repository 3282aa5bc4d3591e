"""One file to one document, whose entries do not know yet what else is in the library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vade.library.blocks import Block, parse, walk
from vade.library.counts import count, unclosed
from vade.library.decoding import content_of, decode
from vade.library.document import DocumentKind
from vade.library.draft import Draft
from vade.library.entry import Kind
from vade.library.front_matter import read_front_matter
from vade.library.identity import identity_notes, kind_of, list_of, stem_of, text_of, title_of
from vade.library.items import item_drafts
from vade.library.layers import YAML
from vade.library.matter import FrontMatter, Note
from vade.library.mending import mended, nested_fences
from vade.library.parsed import Parsed
from vade.library.patterns import pattern_drafts
from vade.library.roles import Role
from vade.library.scan import Found
from vade.library.sections import Section, sections
from vade.library.tables import table_drafts
from vade.library.yaml_checklist import markdown_of
from vade.text import clean_line

__all__ = ["read", "read_bytes"]


def read(found: Found) -> Parsed:
    """Read one file.

    Raises:
        NotTextError: it is a binary file.
        VadeError: it is no regular file any more, too large, or cannot be read.
    """
    return read_bytes(content_of(found.path), found.relative)


def read_bytes(data: bytes, relative: str) -> Parsed:
    """Read the bytes of one file; `relative` is its path in the pack and tells its kind."""
    lines, notes = decode(data)
    if relative.lower().endswith(YAML):
        lines, more = _from_yaml(lines)
        notes += more
    front = read_front_matter(lines)
    body = [""] * (front.body_line - 1) + lines[front.body_line - 1 :]
    blocks, whole = parse("\n".join(body))
    kind = kind_of(relative, front)
    meant = mended(body)
    deepest = 2 if kind is DocumentKind.TOPIC else 6
    outline = sections(blocks if meant == body else parse("\n".join(meant))[0], deepest)
    own = _own(kind, title_of(front, blocks, relative), front, outline, body)
    drafts = (own, *_drafts(kind, text_of(front, "area"), outline, body))
    notes += [*front.notes, *identity_notes(kind, front), *_body_notes(kind, blocks, body, drafts)]
    if not whole:
        notes.append((1, "too-many-parts", "has more parts than are read; its end is missing"))
    return Parsed(
        kind=kind,
        name=text_of(front, "name") or stem_of(relative),
        title=own.title,
        description=text_of(front, "description") or own.summary,
        front=front,
        aliases=list_of(front, "aliases"),
        standards=list_of(front, "standards"),
        skills=list_of(front, "skills"),
        drafts=drafts,
        counts=count(blocks, body),
        notes=tuple(sorted(notes)),
    )


def _own(
    kind: DocumentKind, title: str, front: FrontMatter, outline: list[Section], lines: list[str]
) -> Draft:
    """The entry of the document as a whole: what stands before its first inner heading."""
    intro = [b for section in outline if not section.path for b in section.blocks]
    body = "\n\n".join("\n".join(lines[b.line - 1 : b.end]) for b in intro)
    first = next((clean_line(b.text) for b in intro if b.kind == "paragraph"), "")
    return Draft(
        kind=Kind.TOPIC if kind is DocumentKind.TOPIC else Kind.DOCUMENT,
        title=title,
        body=body,
        line=outline[0].line if outline else 1,
        end=len(lines),
        summary=text_of(front, "summary") or text_of(front, "description") or first,
        area=text_of(front, "area"),
    )


def _drafts(
    kind: DocumentKind, area: str, outline: list[Section], lines: list[str]
) -> Iterator[Draft]:
    for section in outline:
        whole = kind is DocumentKind.TOPIC and section.role is Role.PATTERNS and section.level > 2
        found = [
            *item_drafts(section, lines),
            *table_drafts(section, lines),
            *pattern_drafts(section, lines, whole=whole),
        ]
        if not found and section.path:
            found = list(_section(section, lines))
        yield from (d if d.area or not area else replace(d, area=area) for d in found)


def _section(section: Section, lines: list[str]) -> Iterator[Draft]:
    if section.blocks:
        first = next((b.text for b in section.blocks if b.kind == "paragraph"), "")
        yield Draft(
            kind=Kind.SECTION,
            title=section.title,
            body="\n".join(lines[section.blocks[0].line - 1 : section.end]),
            line=section.line,
            end=section.end,
            section=section.path[:-1],
            summary=clean_line(first),
        )


def _body_notes(
    kind: DocumentKind, blocks: list[Block], lines: list[str], drafts: tuple[Draft, ...]
) -> Iterator[Note]:
    for block in walk(blocks, "fence"):
        if block.info is not None and unclosed(block, lines):
            yield block.line, "fence-unclosed", "code fence opened here is never closed"
    for line in nested_fences(lines):
        yield line, "fence-nested", "fence holds fences of its own length"
    if kind is DocumentKind.CHECKLIST and not any(d.kind is Kind.CHECK for d in drafts):
        yield 1, "checklist-empty", "checklist has no items"


def _from_yaml(lines: list[str]) -> tuple[list[str], list[Note]]:
    text = markdown_of("\n".join(lines))
    if text is None:
        return [], [(1, "yaml-checklist", "no checklist: `title` and `sections` are missing")]
    return text.split("\n"), []
