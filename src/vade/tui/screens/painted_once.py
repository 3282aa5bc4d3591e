"""A screen that is dressed, laid out and painted once when it opens."""

from __future__ import annotations

import asyncio
from typing import TypeVar

from textual import events
from textual.geometry import Size
from textual.screen import Screen

__all__ = ["PaintedOnce"]

Result = TypeVar("Result")
_TURNS = 4
"""A list tells what holds it, that tells another pane, which asks to be painted."""


class PaintedOnce(Screen[Result]):
    """Waits with a picture until all that belongs into it is known.

    Textual paints a new screen, tells its widgets their size, and does all of it once more; and
    a list that moved is painted by itself, the page that goes with it two frames later.
    """

    _sized = False

    def on_compose(self) -> None:
        """Know how much room there is before anything is dressed for it."""
        width, height = self.app.size
        horizontal = self._get_breakpoint_classes(width, self.HORIZONTAL_BREAKPOINTS or [])
        vertical = self._get_breakpoint_classes(height, self.VERTICAL_BREAKPOINTS or [])
        self.update_classes(dict.fromkeys(horizontal | vertical, True), update=False)
        self.app.stylesheet.apply(self, animate=False)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Dress only what was out of sight for a time: a new screen wears the theme already."""
        event.refresh_styles = event.refresh_styles and self._sized

    def on_resize(self, event: events.Resize) -> None:
        """Be painted from now on."""
        if not self._sized:
            self._sized = True
            self.refresh()

    async def on_idle(self, event: events.Idle) -> None:
        """Let whoever was told of a change follow it, before the clock for painting goes on."""
        for _ in range(_TURNS if self._dirty_widgets else 0):
            await asyncio.sleep(0)

    def _compositor_refresh(self) -> None:
        """Paint, unless nobody sees it, or what lays out now goes on to paint all of it."""
        if self._covered:
            self._dirty_widgets.clear()
        elif self._sized and not (self._layout_required and self._repaint_required):
            super()._compositor_refresh()

    @property
    def _covered(self) -> bool:
        top = self.app.screen
        return top is not self and top.styles.background.a == 1

    def _screen_resized(self, size: Size) -> None:
        """Lay out for another size only; everything else asks for it by itself."""
        if size != self._compositor.size:
            super()._screen_resized(size)
