"""Blocks under their headings: the outline of a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vade.library.blocks import Block, walk
from vade.library.roles import Role, role_of
from vade.text import clean_line

__all__ = ["Section", "sections"]


@dataclass(frozen=True, slots=True)
class Section:
    """One heading with the blocks up to the next heading; the first may have no heading."""

    title: str
    level: int
    """0 before any heading."""
    path: tuple[str, ...]
    """The headings down to this one, outermost first, without the document's own title."""
    role: Role
    """Its own role, else the nearest one above."""
    line: int
    end: int
    blocks: tuple[Block, ...]

    def walk(self, kind: str) -> Iterator[Block]:
        """All blocks of a kind, at any depth, in order."""
        return walk(self.blocks, kind)


def sections(blocks: Iterable[Block], deepest: int = 6) -> list[Section]:
    """Cut top-level blocks at their headings.

    Args:
        blocks: The top-level blocks of a document.
        deepest: The lowest level of heading that has a role by what it says; those below take
            the one above, as titles of patterns do.
    """
    found: list[Section] = []
    open_: list[tuple[int, str, Role]] = []
    heading: Block | None = None
    held: list[Block] = []
    own_title = True
    for block in blocks:
        if block.kind != "heading":
            held.append(block)
            continue
        if heading is not None or held:
            found.append(_section(heading, open_, held))
        heading, held = block, []
        while open_ and open_[-1][0] >= block.level:
            open_.pop()
        if own_title and block.level == 1:
            own_title = False
        else:
            own = role_of(block.text) if block.level <= deepest else Role.GENERIC
            inherited = open_[-1][2] if open_ else Role.GENERIC
            role = inherited if own is Role.GENERIC else own
            open_.append((block.level, clean_line(block.text), role))
    if heading is not None or held:
        found.append(_section(heading, open_, held))
    return found


def _section(
    heading: Block | None, open_: list[tuple[int, str, Role]], held: list[Block]
) -> Section:
    first = heading or held[0]
    last = held[-1] if held else first
    return Section(
        title=clean_line(heading.text) if heading else "",
        level=heading.level if heading else 0,
        path=tuple(title for _, title, _ in open_),
        role=open_[-1][2] if open_ else Role.GENERIC,
        line=first.line,
        end=last.end,
        blocks=tuple(held),
    )
