"""Markdown as a tree of blocks with their lines: what the parser says, without a meaning yet."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field
from typing import Any

import pyromark

__all__ = ["Block", "parse"]

_OPTIONS = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_TASKLISTS
_CONTAINERS = {"Item", "Paragraph", "List", "BlockQuote", "Heading", "CodeBlock", "Table"}
_MOST_EVENTS = 1_000_000
_LEVELS = {f"H{n}": n for n in range(1, 7)}


@dataclass(slots=True)
class Block:
    """One heading, paragraph, list, item, quote, fence or table."""

    kind: str
    """`heading`, `paragraph`, `list`, `item`, `quote`, `fence`, `table`, `cell` or `html`."""
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

    def line(self, offset: int) -> int:
        return bisect.bisect_right(self.starts, offset)

    def read(self) -> list[Block]:
        root = self.block("root", 0, len(self.data))
        stack = [root]
        strong = 0
        events = pyromark.events_with_range(self.source, options=_OPTIONS)
        for count, (event, span) in enumerate(events):
            if count > _MOST_EVENTS:
                self.whole = False
                break
            name, value = next(iter(event.items())) if isinstance(event, dict) else (event, None)
            top = stack[-1]
            if name == "Start":
                block = self.opened(value, span["start"], span["end"])
                if block is not None:
                    top.children.append(block)
                    stack.append(block)
                elif value == "Strong":
                    strong = strong + 1 if strong or not top.text.strip() else 0
            elif name == "End":
                if self.closes(value):
                    stack.pop()
                    strong = 0
                elif value == "Strong":
                    strong = max(0, strong - 1)
            elif name == "TaskListMarker":
                self.item(stack).task = bool(value)
            else:
                self.add(top, name, value, strong > 0)
        return root.children

    def block(self, kind: str, start: int, stop: int) -> Block:
        body = self.data[start:stop].rstrip(b"\n")
        return Block(kind, start, stop, self.line(start), self.line(start + max(0, len(body) - 1)))

    def opened(self, tag: Any, start: int, stop: int) -> Block | None:
        name, value = next(iter(tag.items())) if isinstance(tag, dict) else (tag, {})
        match name:
            case "Heading":
                block = self.block("heading", start, stop)
                block.level = _LEVELS[value["level"]]
                return block
            case "CodeBlock":
                block = self.block("fence", start, stop)
                block.info = value.get("Fenced") if isinstance(value, dict) else None
                return block
            case "Item" | "Paragraph" | "List" | "BlockQuote" | "Table" | "HtmlBlock":
                kind = {"BlockQuote": "quote", "HtmlBlock": "html"}.get(name, name.lower())
                return self.block(kind, start, stop)
            case "TableHead" | "TableRow" | "TableCell":
                return self.block("cell" if name == "TableCell" else "row", start, stop)
        return None

    @staticmethod
    def closes(tag: object) -> bool:
        name = next(iter(tag)) if isinstance(tag, dict) else tag
        return name in _CONTAINERS or name in {"HtmlBlock", "TableHead", "TableRow", "TableCell"}

    @staticmethod
    def item(stack: list[Block]) -> Block:
        return next((b for b in reversed(stack) if b.kind == "item"), stack[-1])

    @staticmethod
    def add(block: Block, name: str, value: object, bold: bool) -> None:
        match name:
            case "SoftBreak" | "HardBreak":
                text = "\n"
            case "Text" | "Code" | "Html" | "InlineHtml" if isinstance(value, str):
                text = value
            case _:
                return
        block.text += text
        if bold:
            block.lead += text
