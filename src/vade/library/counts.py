"""How many of what a file has: the figures of `vade library check`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from vade.library.blocks import Block, walk

__all__ = ["COUNTED", "count", "unclosed"]

COUNTED = (
    "headings", "h2", "h3", "items", "bold", "fences", "tasks", "tasks_in_fence", "tables",
    "unclosed",
)  # fmt: skip
_TASK = re.compile(r"^\s*(?:>\s*)*(?:[-*+]|\d+[.)])\s+\[[ xX]\]\s")
_FENCE = re.compile(r"^[ \t>]*(?:(?:[-*+]|\d+[.)])\s+)*(`{3,}|~{3,})")


def count(blocks: Iterable[Block], lines: list[str]) -> Mapping[str, int]:
    """Count headings, items, fences, tasks and tables, at any depth.

    Headings count outside lists and quotes only; task items inside a fence are a template and
    are counted apart.
    """
    every = list(walk(blocks))
    fences = [b for b in every if b.kind == "fence" and b.info is not None]
    headings = [b for b in blocks if b.kind == "heading"]
    items = [b for b in every if b.kind == "item"]
    return {
        "headings": len(headings),
        "h2": sum(b.level == 2 for b in headings),
        "h3": sum(b.level == 3 for b in headings),
        "items": len(items),
        "bold": sum(_led(b) for b in items),
        "fences": len(fences),
        "tasks": sum(b.task is not None for b in items),
        "tasks_in_fence": sum(bool(_TASK.match(x)) for b in fences for x in b.text.split("\n")),
        "tables": sum(b.kind == "table" for b in every),
        "unclosed": sum(unclosed(b, lines) for b in fences),
    }


def unclosed(fence: Block, lines: list[str]) -> bool:
    """Whether a fence runs to the end of its container because nothing closes it."""
    opening = _FENCE.match(lines[fence.line - 1]) if fence.line <= len(lines) else None
    last = lines[fence.end - 1].strip(" \t>") if fence.end <= len(lines) else ""
    if opening is None:
        return False
    mark = opening.group(1)
    return fence.end == fence.line or not (len(last) >= len(mark) and set(last) == {mark[0]})


def _led(item: Block) -> bool:
    first = next((c for c in item.children if c.kind == "paragraph"), None)
    own = item.lead or (first.lead if first and not item.text.strip() else "")
    return bool(own) and item.task is None
