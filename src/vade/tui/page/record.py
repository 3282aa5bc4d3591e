"""A record as a page: its front matter as it stands, its Markdown laid out."""

from __future__ import annotations

import re

from vade.tui.page.blocks import Block, Code, Gap
from vade.tui.page.markdown import markdown

__all__ = ["record_page"]

_OURS = re.compile(r" ?<!-- vade [^>]*-->")
"""What only Vade reads in a record: the ids of its items."""


def record_page(record: str) -> list[Block]:
    """Return the blocks of a record."""
    record = _OURS.sub("", record)
    front, mark, body = record.removeprefix("---\n").partition("\n---\n")
    if not (record.startswith("---\n") and mark):
        return markdown(record)
    return [*markdown(body), Gap(), Code(front, "yaml", head=False)]
