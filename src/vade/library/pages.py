"""A document as one page: what a reader sees of a file, from its first word to its last."""

from __future__ import annotations

from vade.errors import VadeError
from vade.library.blocks import Block, parse
from vade.library.decoding import content_of, decode
from vade.library.entry import Entry, FenceRole
from vade.library.front_matter import read_front_matter
from vade.library.layers import YAML
from vade.library.patterns import fence_of
from vade.library.yaml_checklist import markdown_of

__all__ = ["page_text"]


def page_text(entry: Entry) -> str:
    """Return the Markdown of the document that `entry` stands for.

    Front matter, the title, and the proofs are left out: these are shown on request. An entry
    that is only a part of a document, or whose file cannot be read now, gives its own body.
    """
    if not entry.is_whole:
        return entry.body
    try:
        lines, _ = decode(content_of(entry.path))
    except VadeError:
        return entry.body
    if entry.path.suffix.lower() in YAML:
        return markdown_of("\n".join(lines)) or entry.body
    body = lines[read_front_matter(lines).body_line - 1 :]
    blocks, _ = parse("\n".join(body))
    dropped = {n for block in blocks if _unshown(block) for n in range(block.line, block.end + 1)}
    kept = (line for number, line in enumerate(body, 1) if number not in dropped)
    return "\n".join(_untitled(list(kept), blocks)).strip("\n")


def _unshown(block: Block) -> bool:
    return block.kind == "fence" and fence_of(block).role is FenceRole.PROOF


def _untitled(lines: list[str], blocks: list[Block]) -> list[str]:
    """Without the first heading where the page begins with it: the title stands above the page."""
    first = blocks[0] if blocks else None
    begins = first is not None and first.kind == "heading" and first.level == 1
    return lines[first.end :] if first is not None and begins else lines
