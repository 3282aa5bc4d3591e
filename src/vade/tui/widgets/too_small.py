"""What a terminal shows that is too small for the screens."""

from __future__ import annotations

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

__all__ = ["FLOOR", "TooSmall"]

FLOOR = (60, 16)
"""The least columns and rows."""


class TooSmall(Widget):
    """Says how large the terminal must be; nothing is lost meanwhile."""

    DEFAULT_CSS = """
    TooSmall { display: none; content-align: center middle; text-align: center; }
    """

    def render(self) -> RenderResult:
        """Say it with the size as it is now."""
        columns, rows = self.app.size
        return Content(
            f"Vade needs {FLOOR[0]} × {FLOOR[1]}\n\nhere: {columns} × {rows}\n\nnothing is lost"
        )
