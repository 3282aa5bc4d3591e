"""Markdown to blocks, from pulldown-cmark's events."""

from __future__ import annotations

from typing import Any

from vade.library.entry import FenceRole
from vade.tui.page.blocks import Block, Code, Gap, Rule, Table, Text
from vade.tui.page.inline import Inline
from vade.tui.page.runs import Run, Runs, flat
from vade.tui.theme.roles import Role
from vade.tui.theme.signs import BULLET

__all__ = ["LIMIT", "markdown"]

LIMIT = 400_000
"""Characters above which a text is shown as it stands: laying it out would take seconds."""

_PLACES = 6
"""Levels of nesting that are still indented."""


def markdown(source: str) -> list[Block]:
    """Return the blocks of a Markdown text."""
    if len(source) > LIMIT:
        return [Code(source, head=False)]
    import pyromark

    options = (
        pyromark.Options.ENABLE_TABLES
        | pyromark.Options.ENABLE_TASKLISTS
        | pyromark.Options.ENABLE_STRIKETHROUGH
    )
    reader = _Reader()
    for event in pyromark.events(source, options=options):
        reader.feed(event)
    return reader.done()


class _Reader:
    """Takes events one by one and keeps the blocks that are complete."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.inline = Inline()
        self._heading = 0
        self._fence: tuple[str, FenceRole] | None = None
        self._lists: list[int | None] = []
        self._prefix: list[Runs] = []
        self._marker: Runs | None = None
        self._table: _Table | None = None

    def feed(self, event: Any) -> None:
        """Take one event."""
        match event:
            case {"Start": tag}:
                self._start(tag)
            case {"End": tag}:
                self._end(tag if isinstance(tag, str) else next(iter(tag)))
            case "Rule":
                self._add(Rule())
            case {"TaskListMarker": done}:
                box = ("☑ ", Role.OK) if done else ("☐ ", Role.KIND_CHECK)
                self._marker = (Run(*box),)
            case {"Html": text}:
                self.inline.text(text.rstrip("\n") + "\n", Role.MUTED)
            case _:
                self.inline.feed(event)

    def done(self) -> list[Block]:
        """Return all blocks."""
        self._flush()
        while self.blocks and isinstance(self.blocks[-1], Gap):
            self.blocks.pop()
        return self.blocks

    def _start(self, tag: Any) -> None:
        match tag:
            case {"Heading": heading}:
                self._flush()
                self._heading = int(heading["level"][1])
                self.inline.push(Role.TITLE if self._heading == 1 else Role.HEADING)
            case {"List": first}:
                self._flush()
                self._lists.append(first)
            case "Item":
                self._flush()
                self._item()
            case {"BlockQuote": _}:
                self._flush()
                self._prefix.append((Run("▎ ", Role.FAINT),))
            case {"CodeBlock": kind}:
                self._flush()
                self._fence = _info(kind)
            case {"Table": alignment}:
                self._flush()
                self._table = _Table(tuple(a == "Right" for a in alignment))
            case _:
                self.inline.start(tag)

    def _end(self, name: str) -> None:
        match name:
            case "Heading":
                self.inline.pop()
                self._flush()
                self._heading = 0
            case "Paragraph" | "HtmlBlock":
                self._flush()
                self._gap()
            case "List":
                self._flush()
                self._lists.pop()
                self._gap()
            case "Item":
                self._flush()
                self._prefix.pop()
            case "BlockQuote":
                self._flush()
                self._prefix.pop()
                self._gap()
            case "CodeBlock":
                self._code()
            case "TableCell" | "TableHead" | "TableRow" | "Table" if self._table:
                self._end_of_table(name, self._table)
            case _:
                self.inline.end(name)

    def _end_of_table(self, name: str, table: _Table) -> None:
        if name == "TableCell":
            table.cells.append(flat(self.inline.take()))
        elif name == "Table":
            self._close_table()
        else:
            table.close_row()

    def _item(self) -> None:
        number = self._lists[-1] if self._lists else None
        if number is None:
            self._marker = (Run(f"{BULLET} ", Role.FAINT),)
        else:
            self._lists[-1] = number + 1
            self._marker = (Run(f"{number}. ", Role.MUTED),)
        self._prefix.append((Run(" " * (2 if number is None else len(f"{number}. "))),))

    def _flush(self) -> None:
        """Make a block of the inline text so far."""
        runs = self.inline.take()
        if not runs:
            return
        if self._heading:
            self._gap()
        outer = _join(self._prefix[:-1])
        rest = _join(self._prefix)
        first = rest
        if self._marker is not None and self._prefix:
            first, self._marker = outer + self._marker, None
        self._add(Text(runs, first, rest))
        if self._heading:
            self._gap()

    def _code(self) -> None:
        language, role = self._fence or ("", FenceRole.CODE)
        code = "".join(run.text for run in self.inline.take()).removesuffix("\n")
        self._fence = None
        self._gap()
        indent = sum(len(r.text) for p in self._prefix[:_PLACES] for r in p)
        self._add(Code(code, language, role, indent))
        self._gap()

    def _close_table(self) -> None:
        if self._table and self._table.rows:
            self._gap()
            self._add(Table(tuple(self._table.rows), self._table.right))
            self._gap()
        self._table = None

    def _gap(self) -> None:
        if self.blocks and not isinstance(self.blocks[-1], Gap):
            self.blocks.append(Gap())

    def _add(self, block: Block) -> None:
        self.blocks.append(block)


class _Table:
    """The rows of a table so far."""

    def __init__(self, right: tuple[bool, ...]) -> None:
        self.right = right
        self.rows: list[tuple[Runs, ...]] = []
        self.cells: list[Runs] = []

    def close_row(self) -> None:
        self.rows.append(tuple(self.cells))
        self.cells = []


def _join(parts: list[Runs]) -> Runs:
    return tuple(run for part in parts[:_PLACES] for run in part)


def _info(kind: Any) -> tuple[str, FenceRole]:
    """Language and role from a fence's info string."""
    words = kind["Fenced"].split() if isinstance(kind, dict) else []
    roles = {"bad": FenceRole.BAD, "proof": FenceRole.PROOF}
    role = roles.get(words[-1].lower(), FenceRole.CODE) if len(words) > 1 else FenceRole.CODE
    return (words[0].lower() if words else ""), role
