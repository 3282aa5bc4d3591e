"""A whole file as a page: its Markdown laid out, its patterns linked and marked as proven."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from vade.library.entry import Entry, Kind
from vade.tui.page.blocks import Block, Code, Gap, Text
from vade.tui.page.links import ENTRY_LINK
from vade.tui.page.markdown import markdown
from vade.tui.page.runs import Run, plain
from vade.tui.theme.roles import Role
from vade.tui.theme.signs import PROVEN

__all__ = ["proofs", "whole"]


def whole(entry: Entry, parts: Sequence[Entry] = ()) -> list[Block]:
    """Return the blocks of the file that `entry` stands for.

    Args:
        entry: A topic page, an agent, a skill.
        parts: The other entries of the file; the headings of its patterns lead to them.
    """
    titles = {e.title: e for e in reversed(parts) if e.kind is Kind.PATTERN}
    return [_marked(block, titles) for block in _laid_out(entry, _stamp_of(entry.path))]


def proofs(parts: Sequence[Entry]) -> Iterator[Block]:
    """Yield the tests that prove the patterns of a file, each under its pattern's title."""
    for entry in parts:
        for fence in entry.proofs():
            yield from (Gap(), Text((Run(entry.title, Role.STRONG),)), Gap())
            yield Code(fence.code, fence.language, fence.role)


@lru_cache(maxsize=64)
def _laid_out(entry: Entry, _stamp: tuple[int, int]) -> tuple[Block, ...]:
    """The blocks of a file, read once as long as nobody changes it."""
    from vade.library.pages import page_text

    return tuple(markdown(page_text(entry)))


def _stamp_of(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)


def _marked(block: Block, titles: dict[str, Entry]) -> Block:
    if not (isinstance(block, Text) and block.runs and block.runs[0].role is Role.HEADING):
        return block
    entry = titles.get(plain(block.runs))
    if entry is None:
        return block
    title = Run(entry.title, Role.HEADING, ENTRY_LINK + entry.id)
    badge = (Run(f" {PROVEN}", Role.PROVEN),) if entry.proofs() else ()
    return replace(block, runs=(title, *badge))
