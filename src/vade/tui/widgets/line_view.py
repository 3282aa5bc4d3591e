"""The base of everything that is painted line by line."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from vade.text import clean_line
from vade.tui.page.runs import Run
from vade.tui.theme.palette import Palette, Surface

__all__ = ["LineView", "palette_of", "safe"]


_FEW = {"standard": 16, "256": 256}
"""What Rich calls terminals of few colours."""


@lru_cache(maxsize=1)
def _palette(variables: tuple[tuple[str, str], ...], colors_shown: int) -> Palette:
    return Palette(dict(variables), colors_shown)


def palette_of(app: App[object]) -> Palette:
    """The palette of the theme in force."""
    return _palette(tuple(app.theme_variables.items()), _colors_shown(app))


def _colors_shown(app: App[object]) -> int:
    """How many colours the terminal shows; 0 for all of them, and where there is no terminal."""
    return 0 if app.is_headless else _FEW.get(app.console.color_system or "", 0)


def safe(text: str) -> str:
    """Return `text` as it may be painted: the last guard before the terminal.

    Text is cleaned where it is read; this holds for text that came another way.
    """
    text = text.replace("\xa0", " ")
    if text.isprintable():
        return text
    space = " " if text[:1].isspace() else ""
    return text if text.isspace() and "\n" not in text else space + clean_line(text)


class LineView(ScrollView, can_focus=True):
    """A scrolling view that paints runs with the palette of the theme."""

    DEFAULT_CSS = """
    LineView {
        background: $background;
        scrollbar-size-vertical: 1;
        scrollbar-size-horizontal: 0;
        scrollbar-gutter: stable;
        overflow-x: hidden;
        min-width: 8;
    }
    """

    def on_mount(self) -> None:
        """Paint anew when the theme changes."""
        self._palette = palette_of(self.app)
        self.app.theme_changed_signal.subscribe(self, self._new_theme)

    def on_unmount(self) -> None:
        """Leave the signal, whose callbacks would hold the view for as long as the app runs."""
        self.app.theme_changed_signal.unsubscribe(self)

    @property
    def palette(self) -> Palette:
        """The palette of the theme in force."""
        return self._palette

    def paint(self, runs: Iterable[Run], surface: Surface = Surface.PAGE) -> list[Segment]:
        """Return the segments of runs on a surface."""
        style = self._palette.style
        return [
            Segment(safe(r.text), style(r.role, surface) + link_style(r.link))
            for r in runs
            if r.text
        ]

    def strip(self, segments: list[Segment], surface: Surface = Surface.PAGE) -> Strip:
        """Return a strip as wide as the view."""
        fill = self._palette.fill(surface)
        return Strip(segments).crop_extend(0, self.scrollable_content_region.width, fill)

    def hold(self, lines: int) -> None:
        """Be so many lines long. Only the scroll bar changes: the screen is not laid out anew."""
        size = Size(0, lines)
        if size == self.virtual_size:
            return
        self.set_reactive(Widget.virtual_size, size)
        self._refresh_scrollbars()
        self._scroll_update(size)
        if self.scroll_offset.y > self.max_scroll_y:
            self.scroll_to(y=self.max_scroll_y, animate=False)

    def repaint_lines(self, lines: Iterable[int]) -> None:
        """Paint these lines anew, and no others; what is out of sight is left out."""
        top = self.scroll_offset.y
        for line in lines:
            if top <= line < top + self.size.height:
                self.refresh_line(line)

    def page_rows(self) -> int:
        """How many lines a page up or down goes; never less than one."""
        return max(self.scrollable_content_region.height - 1, 1)

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        """Leave the scroll bar alone where the screen was laid out for another widget's sake."""
        if size == self._size:
            return False
        return super()._size_updated(size, virtual_size, container_size, layout)

    def _new_theme(self, _: object) -> None:
        self._palette = palette_of(self.app)
        self.refresh()


@lru_cache(maxsize=1024)
def link_style(link: str) -> Style:
    """A style that remembers where a click leads."""
    return Style(meta={"link": link}) if link else Style.null()
