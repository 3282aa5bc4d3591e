"""One file to one document, whose entries do not know yet what else is in the library."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from vade.errors import VadeError
from vade.library.blocks import Block, parse
from vade.library.diagnostic import Diagnostic, Level
from vade.library.document import DocumentKind, Value
from vade.library.draft import Draft
from vade.library.entry import Kind
from vade.library.front_matter import FrontMatter, read_front_matter
from vade.library.items import item_drafts
from vade.library.patterns import pattern_drafts
from vade.library.roles import Role
from vade.library.scan import MOST_BYTES, Found
from vade.library.sections import Section, sections
from vade.text import clean, clean_line

__all__ = ["Parsed", "read", "read_text"]


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one file says by itself."""

    kind: DocumentKind
    name: str
    title: str
    description: str
    front: FrontMatter
    aliases: tuple[str, ...]
    standards: tuple[str, ...]
    skills: tuple[str, ...]
    drafts: tuple[Draft, ...]
    diagnostics: tuple[Diagnostic, ...]


def read(found: Found) -> Parsed:
    """Read one file.

    Raises:
        VadeError: it is no regular file any more, too large, or cannot be read.
    """
    return read_text(_content(found.path), found.path, found.relative)


def read_text(data: bytes, path: Path, relative: str) -> Parsed:
    """Read the bytes of one file; `relative` is its path in the pack and tells its kind."""
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = clean(text).split("\n")
    front = read_front_matter(lines)
    body = [""] * (front.body_line - 1) + lines[front.body_line - 1 :]
    blocks = parse("\n".join(body))
    kind = _kind(relative, front)
    title = _text(front, "title") or _heading(blocks) or _stem(relative)
    name = _text(front, "name") or _stem(relative)
    outline = sections(blocks)
    own = _own(kind, title, front, outline, body)
    return Parsed(
        kind=kind,
        name=name,
        title=title,
        description=_text(front, "description") or _text(front, "summary") or own.summary,
        front=front,
        aliases=_list(front, "aliases"),
        standards=_list(front, "standards"),
        skills=_list(front, "skills"),
        drafts=(own, *_drafts(kind, front, outline, body)),
        diagnostics=tuple(Diagnostic(path, n, Level.WARNING, c, m) for n, c, m in front.findings),
    )


def _content(path: Path) -> bytes:
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        with os.fdopen(handle, "rb") as file:
            seen = os.fstat(handle)
            if not stat.S_ISREG(seen.st_mode) or seen.st_size > MOST_BYTES:
                raise VadeError("changed into something that is not read", where=str(path))
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise VadeError(f"cannot be read: {error.strerror}", where=str(path)) from error


def _kind(relative: str, front: FrontMatter) -> DocumentKind:
    path = PurePosixPath(relative)
    folders = {part.casefold() for part in path.parts[:-1]}
    if path.name == "SKILL.md":
        return DocumentKind.SKILL
    if "topics" in folders:
        return DocumentKind.TOPIC
    if "checklists" in folders:
        return DocumentKind.CHECKLIST
    described = "name" in front.values and "description" in front.values
    if "agents" in folders or path.name.endswith(".agent.md") or described:
        return DocumentKind.AGENT
    return DocumentKind.PLAIN


def _own(
    kind: DocumentKind, title: str, front: FrontMatter, outline: list[Section], lines: list[str]
) -> Draft:
    """The entry of the document as a whole: its introduction, up to the first inner heading."""
    intro = next((s for s in outline if not s.path), None)
    shown = [b for b in intro.blocks if b.kind != "heading"] if intro else []
    body = "\n\n".join("\n".join(lines[b.line - 1 : b.end]) for b in shown)
    first = next((clean_line(b.text) for b in shown if b.kind == "paragraph"), "")
    return Draft(
        kind=Kind.TOPIC if kind is DocumentKind.TOPIC else Kind.DOCUMENT,
        title=title,
        body=body,
        line=intro.line if intro else 1,
        end=len(lines),
        summary=_text(front, "summary") or _text(front, "description") or first,
        area=_text(front, "area"),
    )


def _drafts(
    kind: DocumentKind, front: FrontMatter, outline: list[Section], lines: list[str]
) -> Iterator[Draft]:
    area = _text(front, "area")
    for section in outline:
        topic = kind is DocumentKind.TOPIC and section.role is Role.PATTERNS
        found = [
            *item_drafts(section, lines),
            *pattern_drafts(section, lines, whole=topic and section.level > 2),
        ]
        if not found and section.path:
            found = list(_section(section, lines))
        for draft in found:
            yield draft if draft.area or not area else _with_area(draft, area)


def _section(section: Section, lines: list[str]) -> Iterator[Draft]:
    if not section.blocks:
        return
    body = "\n".join(lines[section.blocks[0].line - 1 : section.end])
    first = next((b.text for b in section.blocks if b.kind == "paragraph"), "")
    yield Draft(
        kind=Kind.SECTION,
        title=section.title,
        body=body,
        line=section.line,
        end=section.end,
        section=section.path[:-1],
        summary=clean_line(first),
    )


def _with_area(draft: Draft, area: str) -> Draft:
    values = {name: getattr(draft, name) for name in Draft.__slots__}
    return Draft(**{**values, "area": area})


def _heading(blocks: list[Block]) -> str:
    return next((clean_line(b.text) for b in blocks if b.kind == "heading" and b.level == 1), "")


def _stem(relative: str) -> str:
    path = PurePosixPath(relative)
    stem = path.parent.name if path.name == "SKILL.md" and path.parent.name else path.name
    return clean_line(stem.removesuffix(".md").removesuffix(".agent").removesuffix(".mdc"))


def _text(front: FrontMatter, key: str) -> str:
    value = front.values.get(key, "")
    return clean_line(value) if isinstance(value, str) else ""


def _list(front: FrontMatter, key: str) -> tuple[str, ...]:
    value: Value = front.values.get(key, "")
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    if isinstance(value, tuple):
        return tuple(clean_line(part) for part in value if isinstance(part, str) and part.strip())
    return tuple(value)
