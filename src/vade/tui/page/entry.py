"""An entry as a page: its head, its text, its code and twins, its guidance, what is related."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from vade.library.entry import Entry, Fence, FenceRole, Kind
from vade.library.pages import is_page, page_text
from vade.tui.page.blocks import Block, Code, Gap, Text
from vade.tui.page.markdown import markdown
from vade.tui.page.runs import Run, Runs, plain
from vade.tui.theme.glyphs import KINDS
from vade.tui.theme.roles import Role
from vade.tui.theme.signs import PROVEN, STAR

__all__ = ["ENTRY_LINK", "entry_page", "guidance", "head"]

ENTRY_LINK = "entry:"
"""Begins a link that leads to another entry."""
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?")
_TOLD_ELSEWHERE = {"severity", "standard", "paths", "words"}


def entry_page(
    entry: Entry, related: Iterable[Entry] = (), *, proof: bool = False, starred: bool = False
) -> list[Block]:
    """Return the blocks of an entry's page.

    Args:
        entry: The entry.
        related: What is about the same subject.
        proof: Whether the tests that prove it are shown.
        starred: Whether the reader marked it.
    """
    blocks = [*head(entry, starred=starred), Gap(), *_body(entry), *_twins(entry, proof=proof)]
    if entry.guidance:
        blocks += [Gap(), *guidance(entry)]
    return [*blocks, *_related(_elsewhere(entry, related))]


def head(entry: Entry, *, starred: bool = False) -> Iterator[Block]:
    """Yield the title, and a line that says what it is and which standards speak of it."""
    star = (Run(f" {STAR}", Role.KEY),) if starred else ()
    yield Text((Run(entry.title, Role.TITLE), *star))
    glyph, role = KINDS[entry.kind]
    runs: list[Run] = [Run(f"{glyph} {entry.kind}", role)]
    for part in (entry.area, entry.language if entry.kind is Kind.PATTERN else ""):
        if part:
            runs += [Run(" · ", Role.FAINT), Run(part, Role.MUTED)]
    if entry.proofs():
        runs += [Run(" · ", Role.FAINT), Run(f"{PROVEN} proven", Role.PROVEN)]
    if severity := entry.hint("severity"):
        runs += [Run(" · ", Role.FAINT), Run(severity, Role.WARN)]
    for standard in entry.standards:
        runs += [Run("  "), Run(f" {standard} ", Role.CHIP)]
    yield Text(tuple(runs))


def guidance(entry: Entry) -> Iterator[Block]:
    """Yield what the author of a check says of it: why, how to check, bad, good."""
    for hint in entry.guidance:
        label = hint.label.casefold()
        if label in _TOLD_ELSEWHERE:
            continue
        role = {"bad": Role.ERROR, "good": Role.OK}.get(label, Role.LABEL)
        mark = {"bad": "✗ ", "good": "✓ "}.get(label, "")
        yield Text((Run(f"{mark}{hint.label}", role),))
        for block in markdown(hint.text):
            yield _inset(block)
        yield Gap()


def _body(entry: Entry) -> list[Block]:
    """The text, without a first heading, bullet or label that repeats the title."""
    own = page_text(entry) if is_page(entry) else entry.body
    source = entry.summary if entry.guidance and entry.summary else own
    blocks = markdown(_unbulleted(source, entry.title))
    if blocks and isinstance(blocks[0], Text) and plain(blocks[0].runs) == entry.title:
        del blocks[0]
    if blocks and isinstance(blocks[0], Gap):
        del blocks[0]
    if not blocks and entry.summary and entry.summary != entry.title:
        blocks = [Text((Run(entry.summary),))]
    return blocks


def _unbulleted(source: str, title: str) -> str:
    """The text of a list item without its marker and the term it begins with."""
    marker = _ITEM.match(source)
    if marker is None:
        return source
    text = source[marker.end() :].replace("\n" + " " * marker.end(), "\n").replace("\n  ", "\n")
    label = re.match(rf"\*\*{re.escape(title)}:?\*\*\s*[:.—–-]*\s*", text)
    return text[label.end() :] if label else text


def _twins(entry: Entry, *, proof: bool) -> Iterator[Block]:
    """Yield the fence that goes wrong, and the proof or how to see it."""
    if entry.kind is not Kind.PATTERN:
        return
    for fence in entry.fences:
        if fence.role is FenceRole.BAD:
            yield from (Gap(), _fence(fence))
    if not entry.proofs():
        return
    if proof:
        for fence in entry.proofs():
            yield from (Gap(), _fence(fence))
    else:
        hint: Runs = (
            Run(f"{PROVEN} A test proves this pattern. ", Role.PROVEN),
            Run("P", Role.KEY),
            Run(" shows it.", Role.MUTED),
        )
        yield from (Gap(), Text(hint))


def _fence(fence: Fence) -> Code:
    return Code(fence.code, fence.language, fence.role)


def _elsewhere(entry: Entry, related: Iterable[Entry]) -> tuple[Entry, ...]:
    """What is related; for a whole page, only what does not stand on it."""
    own = (entry.pack, entry.document) if is_page(entry) else None
    return tuple(other for other in related if (other.pack, other.document) != own)


def _related(related: tuple[Entry, ...]) -> Iterator[Block]:
    if not related:
        return
    yield from (Gap(), Text((Run("Related", Role.HEADING),)))
    for entry in related:
        glyph, role = KINDS[entry.kind]
        where = entry.section[-1] if entry.section else entry.document
        yield Text(
            (
                Run(entry.title, Role.LINK, ENTRY_LINK + entry.id),
                Run(f"  {entry.kind} · {where}", Role.MUTED),
            ),
            (Run(f"{glyph} ", role),),
            (Run("  "),),
        )


def _inset(block: Block) -> Block:
    space = (Run("  "),)
    match block:
        case Text(runs, first, rest):
            return Text(runs, space + first, space + rest)
        case Code():
            return Code(block.code, block.language, block.role, block.indent + 2, head=block.head)
        case _:
            return block
