"""A record as a page: its front matter as it stands, its Markdown laid out."""

from __future__ import annotations

from vade.tui.page.blocks import Block, Code, Gap
from vade.tui.page.markdown import markdown

__all__ = ["record_page"]


def record_page(record: str) -> list[Block]:
    """Return the blocks of a record."""
    front, mark, body = record.removeprefix("---\n").partition("\n---\n")
    if not (record.startswith("---\n") and mark):
        return markdown(record)
    return [*markdown(body), Gap(), Code(front, "yaml", head=False)]
