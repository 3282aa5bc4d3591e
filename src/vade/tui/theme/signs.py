"""Single signs. All are in common monospace fonts; none is wider than a cell."""

from __future__ import annotations

__all__ = ["ASCENDING", "BAR", "BULLET", "CURSOR", "ELLIPSIS", "PROVEN", "SEARCH", "STAR"]

CURSOR = "▌"
PROVEN = "◆"
STAR = "★"
SEARCH = "⌕"
BULLET = "•"
ELLIPSIS = "…"
BAR = ("█", "░")
ASCENDING = "▁▂▃▄▅▆▇█"
