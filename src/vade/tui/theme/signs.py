"""Single signs. All are in common monospace fonts; none is wider than a cell."""

from __future__ import annotations

__all__ = [
    "BAR",
    "BULLET",
    "CURSOR",
    "ELLIPSIS",
    "FOLDED",
    "PROVEN",
    "RECENT",
    "SEARCH",
    "STAR",
    "UNFOLDED",
]

CURSOR = "▌"
PROVEN = "◆"
STAR = "★"
RECENT = "◷"
FOLDED = "▸"
UNFOLDED = "▾"
SEARCH = "⌕"
BULLET = "•"
ELLIPSIS = "…"
BAR = ("█", "░")
