"""Markdown as a tree of blocks with their lines: what the parser says, without a meaning yet."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pyromark

__all__ = ["Block", "parse", "walk"]

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
    data: bytes = field(repr=False)
    """The whole text in UTF-8."""
    starts: list[int] = field(repr=False)
    """The byte offset of each line of the text."""
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

    @property
    def line(self) -> int:
        """1-based line where it begins."""
        return bisect.bisect_right(self.starts, self.start)

    @property
    def end(self) -> int:
        """1-based line where it ends, inclusive."""
        stop = self.stop - 1
        while stop > self.start and self.data[stop] == _NEWLINE:
            stop -= 1
        return bisect.bisect_right(self.starts, stop if stop > self.start else self.start)

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


def walk(blocks: Iterable[Block], kind: str = "") -> Iterator[Block]:
    """Yield all blocks, or those of one kind, at any depth, in order."""
    for block in blocks:
        if not kind or block.kind == kind:
            yield block
        if block.children:
            yield from walk(block.children, kind)


class _Reader:
    """Builds the tree from the parser's events.

    Half of the time of reading a library is spent in here: it looks at an event once, and at
    most of them not for long.
    """

    def __init__(self, source: str) -> None:
        self.data = source.encode("utf-8", "surrogatepass")
        self.source = source
        self.whole = True
        lengths = (len(line) + 1 for line in self.data.split(b"\n")[:-1])
        self.starts = list(itertools.accumulate(lengths, initial=0))
        self.stack = [Block("root", 0, len(self.data), self.data, self.starts)]
        self.strong = 0

    def read(self) -> list[Block]:
        root = self.stack[0]
        events: Iterable[tuple[Any, Any]] = pyromark.events_with_range(
            self.source, options=_OPTIONS
        )
        for count, (event, span) in enumerate(events):
            if count > _MOST_EVENTS:
                self.whole = False
                break
            name, value = event.popitem() if event.__class__ is dict else (event, "\n")
            if name in _TEXTS:
                top = self.stack[-1]
                top.text += value
                if self.strong:
                    top.lead += value
            elif name == "Start":
                self.start(value, span)
            elif name == "End":
                if (value if value.__class__ is str else next(iter(value))) in _KINDS:
                    self.stack.pop()
                    self.strong = 0
                elif self.strong and value == "Strong":
                    self.strong -= 1
            elif name == "TaskListMarker":
                self.item().task = bool(value)
        return root.children

    def start(self, tag: Any, span: Any) -> None:
        """Open a block, or note that bold text begins where the block itself does."""
        value: Any
        name, value = tag.popitem() if tag.__class__ is dict else (tag, None)
        kind = _KINDS.get(name)
        stack = self.stack
        if kind is not None:
            block = Block(kind, span["start"], span["end"], self.data, self.starts)
            if kind == "heading":
                block.level = _LEVELS[value["level"]]
            elif kind == "fence" and value.__class__ is dict:
                block.info = value["Fenced"]
            stack[-1 if len(stack) <= _DEEPEST else _DEEPEST - 1].children.append(block)
            stack.append(block)
        elif name == "Strong" and (self.strong or not stack[-1].text.strip()):
            self.strong += 1

    def item(self) -> Block:
        """The item that a tick box belongs to."""
        return next((b for b in reversed(self.stack) if b.kind == "item"), self.stack[-1])
