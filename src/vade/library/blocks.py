"""Markdown as a tree of blocks with their lines: what the parser says, without a meaning yet."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field
from typing import Any

import pyromark

__all__ = ["Block", "parse"]

_OPTIONS = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_TASKLISTS
_KINDS = {
    "Heading": "heading", "Paragraph": "paragraph", "List": "list", "Item": "item",
    "BlockQuote": "quote", "CodeBlock": "fence", "Table": "table", "HtmlBlock": "html",
}  # fmt: skip
_TEXTS = {"Text", "Code", "Html", "InlineHtml", "SoftBreak", "HardBreak"}
_NEWLINE = ord("\n")
_DEEPEST = 100
"""Blocks nested deeper become children of the block at this depth."""
_MOST_EVENTS = 1_000_000
_LEVELS = {f"H{n}": n for n in range(1, 7)}


@dataclass(slots=True)
class Block:
    """One heading, paragraph, list, item, quote, fence or table."""

    kind: str
    """`heading`, `paragraph`, `list`, `item`, `quote`, `fence`, `table` or `html`."""
    start: int
    """Byte offset of its first character."""
    stop: int
    line: int
    """1-based."""
    end: int
    """1-based, inclusive."""
    level: int = 0
    """1 to 6 of a heading."""
    info: str | None = None
    """The info string of a fence; None for an indented block."""
    text: str = ""
    """The plain text of its own inline content; the code of a fence."""
    lead: str = ""
    """The bold text that it begins with."""
    task: bool | None = None
    """Ticked, not ticked, or no task item."""
    children: list[Block] = field(default_factory=list)

    def own_text(self) -> str:
        """The text of an item: its own, and that of its paragraphs."""
        paragraphs = [c.text for c in self.children if c.kind == "paragraph"]
        return "\n\n".join(filter(None, [self.text.strip(), *(p.strip() for p in paragraphs)]))


def parse(source: str) -> tuple[list[Block], bool]:
    """Read CommonMark with tables and task lists.

    Args:
        source: Markdown with LF line ends.

    Returns:
        The top-level blocks in order, and whether that is all: a file of more than a million
        events (a table row is filled up to its header's width) is read up to there.
    """
    reader = _Reader(source)
    return reader.read(), reader.whole


class _Reader:
    """Builds the tree from the parser's events."""

    def __init__(self, source: str) -> None:
        self.data = source.encode("utf-8", "surrogatepass")
        self.source = source
        self.whole = True
        self.starts = [0]
        at = self.data.find(b"\n")
        while at >= 0:
            self.starts.append(at + 1)
            at = self.data.find(b"\n", at + 1)

    def read(self) -> list[Block]:
        root = self.block("root", 0, len(self.data))
        stack = [root]
        strong = 0
        for count, (event, span) in enumerate(
            pyromark.events_with_range(self.source, options=_OPTIONS)
        ):
            if count > _MOST_EVENTS:
                self.whole = False
                break
            name, value = _named(event)
            top = stack[-1]
            if name in _TEXTS:
                top.text += value
                if strong:
                    top.lead += value
            elif name == "Start":
                block = self.opened(value, span["start"], span["end"])
                if block is not None:
                    stack[min(len(stack), _DEEPEST) - 1].children.append(block)
                    stack.append(block)
                elif value == "Strong" and (strong or not top.text.strip()):
                    strong += 1
            elif name == "End":
                if (next(iter(value)) if isinstance(value, dict) else value) in _KINDS:
                    stack.pop()
                    strong = 0
                elif value == "Strong" and strong:
                    strong -= 1
            elif name == "TaskListMarker":
                self.item(stack).task = bool(value)
        return root.children

    def block(self, kind: str, start: int, stop: int) -> Block:
        line = bisect.bisect_right(self.starts, start)
        while stop > start + 1 and self.data[stop - 1] == _NEWLINE:
            stop -= 1
        end = bisect.bisect_right(self.starts, max(start, stop - 1), line - 1)
        return Block(kind, start, stop, line, end)

    def opened(self, tag: Any, start: int, stop: int) -> Block | None:
        name, value = _named(tag)
        kind = _KINDS.get(name)
        if kind is None:
            return None
        block = self.block(kind, start, stop)
        if kind == "heading":
            block.level = _LEVELS[value["level"]]
        elif kind == "fence" and isinstance(value, dict):
            block.info = value["Fenced"]
        return block

    @staticmethod
    def item(stack: list[Block]) -> Block:
        return next((b for b in reversed(stack) if b.kind == "item"), stack[-1])


def _named(event: Any) -> tuple[str, Any]:
    """An event or tag with its value; a line break has the value of one."""
    if isinstance(event, dict):
        ((name, value),) = event.items()
        return name, value
    return event, "\n"
