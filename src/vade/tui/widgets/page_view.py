"""A page of lines: scrolls, marks, is searched, and says which link was clicked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.strip import Strip

from vade.tui.page.blocks import Block
from vade.tui.page.code import colored
from vade.tui.page.find import Mark, find
from vade.tui.page.layout import lay_out
from vade.tui.page.runs import Line, Run, Runs, slice_runs
from vade.tui.theme.palette import Surface
from vade.tui.theme.roles import Role
from vade.tui.widgets.line_view import LineView

__all__ = ["PageView"]

_MARGIN = 2


class PageView(LineView):
    """Shows blocks as lines of its own width."""

    BINDINGS = [
        Binding("up,k", "line(-1)", "Line up", show=False, id="page.up"),
        Binding("down,j", "line(1)", "Line down", show=False, id="page.down"),
        Binding("pageup,ctrl+u,ctrl+b", "page(-1)", "Page up", show=False, id="page.page-up"),
        Binding("pagedown,ctrl+d,space", "page(1)", "Page down", show=False, id="page.page-down"),
        Binding("home,g", "top", "To the top", show=False, id="page.top"),
        Binding("end,G", "bottom", "To the end", show=False, id="page.end"),
    ]

    @dataclass
    class LinkClicked(Message):
        """A link was clicked."""

        link: str

    def __init__(self, *, id: str | None = None) -> None:
        """Begin with an empty page."""
        super().__init__(id=id)
        self.show_vertical_scrollbar = True
        self.numbers = False
        self._blocks: Sequence[Block] = ()
        self._lines: list[Line] = []
        self._columns = 0
        self._words: tuple[tuple[str, ...], bool] = ((), False)
        self._marks: list[Mark] = []
        self._by_line: dict[int, list[Mark]] = {}
        self._current = -1

    @property
    def lines(self) -> Sequence[Line]:
        """The lines of the page as it is laid out."""
        return self._lines

    def show(self, blocks: Sequence[Block], *, keep: bool = False) -> None:
        """Show other blocks, from the top unless `keep`."""
        self._blocks = blocks
        self._columns = 0
        self._words = ((), False)
        self._current = -1
        if not keep:
            self.scroll_to(y=0, animate=False)
        self._lay_out()

    def rewind(self) -> None:
        """Go to the top of the same page."""
        self.scroll_to(y=0, animate=False)

    def mark(self, words: Sequence[str], *, starts: bool = False) -> int:
        """Mark `words` and return how many places there are."""
        before = self._by_line
        self._words = (tuple(words), starts)
        self._move_to(-1)
        self._find()
        now = self._by_line
        self.repaint_lines(n for n in before | now if before.get(n) != now.get(n))
        return len(self._marks)

    def reveal(self, text: str = "") -> None:
        """Scroll to the first mark on a line that holds `text`, else to the first mark."""
        for n, mark in enumerate(self._marks):
            if text in self._lines[mark.line].text:
                self._go(n, center=bool(text))
                return

    def step(self, by: int) -> tuple[int, int]:
        """Go to the next or previous mark; return which one it is, and of how many."""
        if self._marks:
            self._go((self._current + by) % len(self._marks))
        return self._current + 1, len(self._marks)

    def action_line(self, by: int) -> None:
        """Scroll by lines, at once."""
        self.scroll_to(y=self.scroll_offset.y + by, animate=False)

    def action_page(self, by: int) -> None:
        """Scroll by pages."""
        self.action_line(by * self.page_rows())

    def action_top(self) -> None:
        """Scroll to the beginning."""
        self.scroll_to(y=0, animate=False)

    def action_bottom(self) -> None:
        """Scroll to the end."""
        self.scroll_to(y=self.max_scroll_y, animate=False)

    def on_resize(self, event: events.Resize) -> None:
        """Lay the page out anew when it got wider or narrower."""
        self._lay_out()

    def on_click(self, event: events.Click) -> None:
        """Tell which link was clicked."""
        if link := event.style.meta.get("link"):
            self.post_message(self.LinkClicked(link))

    def render_line(self, y: int) -> Strip:
        """Paint one line."""
        n = y + self.scroll_offset.y
        if n >= len(self._lines):
            return self.strip([])
        line = self._lines[n]
        margin = Segment(" " * (_MARGIN + line.inset), self.palette.fill(Surface.PAGE))
        runs = _marked(line, self._by_line.get(n, ()), self._here())
        return self.strip([margin, *self.paint(runs, line.surface)], line.surface)

    def _lay_out(self) -> None:
        columns = self.scrollable_content_region.width - 2 * _MARGIN + 1
        if columns <= 0 or columns == self._columns:
            return
        self._columns = columns
        self._lines = lay_out(self._blocks, columns, numbers=self.numbers)
        self.hold(len(self._lines) + 1)
        self._find()
        self.refresh()

    def _find(self) -> None:
        words, starts = self._words
        self._marks = find(self._lines, words, starts=starts)
        self._by_line = {}
        for mark in self._marks:
            self._by_line.setdefault(mark.line, []).append(mark)

    def _here(self) -> Mark | None:
        return self._marks[self._current] if 0 <= self._current < len(self._marks) else None

    def _go(self, n: int, *, center: bool = False) -> None:
        self._move_to(n)
        line = self._marks[n].line
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        if center or not top <= line < top + height - 1:
            self.scroll_to(y=max(line - height // 3, 0), animate=False)

    def _move_to(self, n: int) -> None:
        """Make another mark the current one, or none with -1."""
        before, self._current = self._here(), n
        self.repaint_lines(mark.line for mark in (before, self._here()) if mark)


def _marked(line: Line, marks: Sequence[Mark], current: Mark | None) -> Runs:
    """The runs of a line with its marks in them."""
    runs = colored(line.runs, line.piece)
    for mark in marks:
        role = Role.CURRENT_MATCH if mark == current else Role.MATCH
        inside = slice_runs(runs, mark.start, mark.end)
        runs = (
            *slice_runs(runs, 0, mark.start),
            *(Run(r.text, role, r.link) for r in inside),
            *slice_runs(runs, mark.end, len(line.text)),
        )
    return runs
