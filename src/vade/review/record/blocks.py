"""The lines of an item as blocks: labelled parts, quotes, paragraphs, fences."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from vade.review.record.labels import LABELLED, Label

__all__ = ["Block", "Line", "blocks", "fence_end"]

_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)")
_LIST = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])(?: |$)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line with its place in the record."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """One part of an item."""

    line: int
    kind: str
    """`label`, `quote`, `text`, `fence` or `list`."""
    label: Label | None = None
    rest: str = ""
    """What stands behind the label on its line."""
    typed: bool = False
    """Whether the label says that the quote holds a fence."""
    lines: tuple[Line, ...] = ()
    """The lines, without the label's own; of a quote without its prefix; of a fence the inside."""

    @property
    def body(self) -> str:
        """The lines as text."""
        return "\n".join(line.text for line in self.lines)


def blocks(lines: list[Line]) -> list[Block]:
    """Return the blocks of an item's lines, in order; nothing is left out but blank lines."""
    found: list[Block] = []
    at = 0
    while at < len(lines):
        if not lines[at].text.strip():
            at += 1
            continue
        block, at = _block(lines, at)
        found.append(block)
    return found


def _block(lines: list[Line], at: int) -> tuple[Block, int]:
    line = lines[at]
    label = LABELLED.match(line.text)
    if label:
        name = next(known for known in Label if known.casefold() == label["label"].casefold())
        rest, typed = label["rest"].strip(), bool(label["typed"])
        return Block(line.number, "label", name, rest, typed), at + 1
    if line.text.startswith(">"):
        end = _while(lines, at, lambda text: text.startswith(">"))
        inside = tuple(Line(ln.number, _unquoted(ln.text)) for ln in lines[at:end])
        return Block(line.number, "quote", lines=inside), end
    if _FENCE.fullmatch(line.text):
        end = fence_end(lines, at)
        closed = end - 1 if end - 1 > at and _closes(lines[at].text, lines[end - 1].text) else end
        return Block(line.number, "fence", lines=tuple(lines[at + 1 : closed])), end
    if _LIST.match(line.text):
        end = _list_end(lines, at)
        return Block(line.number, "list", lines=tuple(lines[at:end])), end
    end = _while(lines, at, _continues)
    return Block(line.number, "text", lines=tuple(lines[at:end])), max(end, at + 1)


def fence_end(lines: list[Line], at: int) -> int:
    """Return the index after the fence that opens at `at`; an unclosed one ends with the lines."""
    for index in range(at + 1, len(lines)):
        if _closes(lines[at].text, lines[index].text):
            return index + 1
    return len(lines)


def _closes(opening: str, line: str) -> bool:
    fence = _FENCE.match(opening)
    text = line.strip()
    if fence is None or not text or line.startswith("    "):
        return False
    return set(text) == {fence["fence"][0]} and len(text) >= len(fence["fence"])


def _list_end(lines: list[Line], at: int) -> int:
    """A list goes on over blank lines as long as what follows is indented or a list item."""
    end = at + 1
    for index in range(at + 1, len(lines)):
        text = lines[index].text
        if text.strip() and not text.startswith("  ") and not _LIST.match(text):
            break
        end = index + 1 if text.strip() else end
    return end


def _while(lines: list[Line], at: int, goes_on: Callable[[str], bool]) -> int:
    while at < len(lines) and goes_on(lines[at].text):
        at += 1
    return at


def _continues(text: str) -> bool:
    other = text.startswith(">") or LABELLED.match(text) or _FENCE.fullmatch(text)
    return bool(text.strip()) and not other


def _unquoted(text: str) -> str:
    return text[2:] if text.startswith("> ") else text[1:]
