"""One line across: the header, a breadcrumb, the status line."""

from __future__ import annotations

from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from vade.tui.page.runs import Run, Runs, fit, squeeze, width
from vade.tui.theme.palette import Surface
from vade.tui.widgets.line_view import link_style, palette_of, safe

__all__ = ["Bar"]


class Bar(Widget):
    """Shows runs at the left and at the right of one line."""

    DEFAULT_CSS = """
    Bar { height: 1; width: 1fr; }
    """

    @dataclass
    class LinkClicked(Message):
        """A run that leads somewhere was clicked."""

        link: str

    def __init__(
        self,
        left: Runs = (),
        *,
        id: str | None = None,
        surface: Surface = Surface.PAGE,
        whole: bool = False,
    ) -> None:
        """Begin with something at the left.

        Args:
            left: What to show.
            id: The widget's id.
            surface: What it is painted on.
            whole: Whether a part that has no room is left out rather than cut: keys, counts.
        """
        super().__init__(id=id)
        self._left = left
        self._right: Runs = ()
        self._surface = surface
        self._cut = squeeze if whole else fit

    def show(self, left: Runs | None = None, right: Runs | None = None) -> None:
        """Show something else; None leaves a side as it is."""
        self._left = self._left if left is None else left
        self._right = self._right if right is None else right
        self.refresh()

    def on_mount(self) -> None:
        """Paint anew when the theme changes."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self.refresh())

    def on_unmount(self) -> None:
        """Leave the signal, whose callbacks would hold the bar for as long as the app runs."""
        self.app.theme_changed_signal.unsubscribe(self)

    def on_click(self, event: events.Click) -> None:
        """Tell which run was clicked."""
        if link := event.style.meta.get("link"):
            self.post_message(self.LinkClicked(link))

    def render_line(self, y: int) -> Strip:
        """Paint the line; the right side gives way to nothing but itself."""
        palette = palette_of(self.app)
        columns = self.size.width - 2
        right = self._cut(self._right, columns)
        left = self._cut(self._left, max(columns - width(right) - (2 if right else 0), 0))
        gap = Run(" " * max(columns - width(left) - width(right), 0))
        segments = [
            Segment(safe(r.text), palette.style(r.role, self._surface) + link_style(r.link))
            for r in (Run(" "), *left, gap, *right)
            if r.text
        ]
        return Strip(segments).crop_extend(0, self.size.width, palette.fill(self._surface))
