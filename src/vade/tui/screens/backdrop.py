"""What a sheet lets through of the screen below it."""

from __future__ import annotations

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.color import Color
from textual.css.styles import RulesMap
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import Screen
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

__all__ = ["Backdrop"]


class Backdrop(Visual):
    """Another screen under a tint.

    The same as Textual's own, which blends the colours of each piece of text anew.
    """

    def __init__(self, below: Screen[object], tint: Color) -> None:
        """Show `below` through `tint`."""
        self._below = below
        self._tint = tint

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Paint what the other screen shows now, in the colours of the distance."""
        base, tint = style.rich_style, self._tint
        return [
            Strip([Segment(s.text, _tinted(base, s.style, tint)) for s in strip], strip.cell_length)
            for strip in self._below._compositor.render_strips()[:height]
        ]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """As wide as the terminal."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """As high as the terminal."""
        return self._below.size.height


@lru_cache(maxsize=4096)
def _tinted(base: RichStyle, style: RichStyle | None, tint: Color) -> RichStyle | None:
    (segment,) = BackgroundScreen.process_segments([Segment(" ", style)], tint)
    return base + segment.style
