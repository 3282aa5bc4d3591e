"""Fences to pattern drafts, each with its title, its text and its twins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vade.library.blocks import Block
from vade.library.draft import Draft
from vade.library.entry import Fence, FenceRole, Kind
from vade.library.sections import Section
from vade.text import clean, clean_line

__all__ = ["fence_of", "pattern_drafts"]

_MARKS = {"bad": FenceRole.BAD, "proof": FenceRole.PROOF}
_TEMPLATES = {"markdown", "md"}
_DRAWN = re.compile("[│├└─┌┐▼▲→←↓↑╔║═]")


def fence_of(block: Block) -> Fence:
    """Read a fence's language and role from its info string."""
    words = clean_line(block.info or "").split()
    role = _MARKS.get(words[-1].lower()) if words else None
    language = words[0].lower().strip("{}.,") if words and words[0].lower() not in _MARKS else ""
    code = clean(block.text).rstrip("\n")
    return Fence(language, code, block.line, role or _role(language, code))


def pattern_drafts(section: Section, lines: list[str], *, whole: bool) -> Iterator[Draft]:
    """Yield the patterns of a section.

    Args:
        section: Where the fences stand.
        lines: The file's lines.
        whole: Whether all fences of the section are one pattern, as on a topic page.
    """
    fences = [(block, fence_of(block)) for block in section.walk("fence")]
    if whole:
        if any(f.role is FenceRole.CODE for _, f in fences):
            yield _whole(section, lines, [f for _, f in fences])
        return
    number = 0
    for at, (block, fence) in enumerate(fences):
        if fence.role in (FenceRole.BAD, FenceRole.PROOF):
            continue
        number += 1
        twins = []
        for _, twin in fences[at + 1 :]:
            if twin.role not in (FenceRole.BAD, FenceRole.PROOF):
                break
            twins.append(twin)
        yield _single(section, lines, block, (fence, *twins), number)


def _role(language: str, code: str) -> FenceRole:
    if language in _TEMPLATES:
        return FenceRole.TEMPLATE
    if language:
        return FenceRole.CODE
    return FenceRole.DIAGRAM if len(_DRAWN.findall(code)) >= 3 else FenceRole.CODE


def _whole(section: Section, lines: list[str], fences: list[Fence]) -> Draft:
    intro = [b.text for b in section.blocks if b.kind == "paragraph"]
    shown = [
        "\n".join(lines[b.line - 1 : b.end])
        for b in section.blocks
        if b.kind != "fence" or fence_of(b).role not in (FenceRole.BAD, FenceRole.PROOF)
    ]
    return Draft(
        kind=Kind.PATTERN,
        title=section.title,
        body="\n\n".join(shown),
        line=section.line,
        end=section.end,
        section=section.path[:-1],
        summary=clean_line(intro[0]) if intro else "",
        fences=tuple(fences),
    )


def _single(
    section: Section, lines: list[str], block: Block, fences: tuple[Fence, ...], number: int
) -> Draft:
    label, line = _label(section, block)
    heading = section.title or "Code"
    title = label or (heading if number == 1 else f"{heading} {number}")
    return Draft(
        kind=Kind.PATTERN,
        title=title,
        body="\n".join(lines[line - 1 : block.end]),
        line=section.line if number == 1 and not label and section.level else line,
        end=block.end,
        section=section.path if label else section.path[:-1],
        fences=fences,
    )


def _label(section: Section, fence: Block) -> tuple[str, int]:
    """The bold line, or the paragraph ending in a colon, right above a fence, and its line."""
    blocks = section.blocks
    at = next((n for n, b in enumerate(blocks) if b is fence), 0)
    above = blocks[at - 1] if at else None
    if above is None or above.kind != "paragraph":
        return "", fence.line
    text = clean_line(above.text)
    lead = clean_line(above.lead)
    if lead and lead.rstrip(":") == text.rstrip(":"):
        return lead.rstrip(": "), above.line
    if text.endswith(":") and len(text) <= 80:
        return text.rstrip(": "), above.line
    return "", above.line
