"""A list of rows with a cursor: results, areas, items, reviews. Ten thousand are no trouble."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol

from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.strip import Strip

from vade.tui.page.code import colored
from vade.tui.page.runs import Piece, Run, Runs, fit, width
from vade.tui.theme.palette import Surface
from vade.tui.theme.roles import Role
from vade.tui.theme.signs import CURSOR
from vade.tui.widgets.line_view import LineView

__all__ = ["Listed", "Row", "RowLine", "RowList"]


@dataclass(frozen=True, slots=True)
class RowLine:
    """One line of a row: what stands at the left, and what at the right."""

    left: Runs
    right: Runs = ()
    piece: Piece | None = None
    """What the last run at the left shows, where that is code."""


class Listed(Protocol):
    """What a list needs of a row; one of many thousand works its lines out when it is painted."""

    @property
    def key(self) -> str:
        """Names the row, so that the cursor stays with it; empty for one that is looked at only."""

    @property
    def height(self) -> int:
        """How many lines it has."""

    @property
    def lines(self) -> tuple[RowLine, ...]:
        """Its lines."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of one or more lines."""

    key: str
    lines: tuple[RowLine, ...]

    @property
    def height(self) -> int:
        """How many lines it has."""
        return len(self.lines)


class RowList(LineView):
    """Shows rows and moves a cursor over those that have a key."""

    BINDINGS = [
        Binding("up,k", "move(-1)", "Up", show=False, id="list.up"),
        Binding("down,j", "move(1)", "Down", show=False, id="list.down"),
        Binding("pageup,ctrl+u", "page(-1)", "Page up", show=False, id="list.page-up"),
        Binding("pagedown,ctrl+d", "page(1)", "Page down", show=False, id="list.page-down"),
        Binding("home,g", "first", "To the top", show=False, id="list.top"),
        Binding("end,G", "last", "To the end", show=False, id="list.end"),
        Binding("enter", "choose", "Open", show=False, id="list.open"),
    ]

    @dataclass
    class Moved(Message):
        """The cursor stands on another row."""

        list: RowList
        key: str

        @property
        def control(self) -> RowList:
            """The list, for `@on` with a selector."""
            return self.list

    @dataclass
    class Chosen(Message):
        """A row was chosen with enter or a second click."""

        list: RowList
        key: str

        @property
        def control(self) -> RowList:
            """The list, for `@on` with a selector."""
            return self.list

    def __init__(self, *, id: str | None = None) -> None:
        """Begin without rows."""
        super().__init__(id=id)
        self._rows: Sequence[Listed] = ()
        self._tops: list[int] = [0]
        self._stops: list[int] = []
        self._at = -1

    @property
    def key(self) -> str:
        """The key of the row under the cursor, or nothing."""
        return self._rows[self._at].key if 0 <= self._at < len(self._rows) else ""

    @property
    def rows(self) -> Sequence[Listed]:
        """All rows."""
        return self._rows

    def show(self, rows: Sequence[Listed], *, key: str | None = None) -> None:
        """Show other rows; the cursor goes to `key`, else to the first that has one."""
        before = self._in_sight()
        self._rows = rows
        self._tops = [0, *accumulate(row.height for row in rows)]
        self._stops = [n for n, row in enumerate(rows) if row.key]
        first = self._stops[0] if self._stops else -1
        named = (n for n in self._stops if rows[n].key == key) if key else iter(())
        self._at = next(named, first)
        self.hold(self._tops[-1])
        self._reveal()
        now = self._in_sight()
        self.repaint_lines(n for n in before | now if before.get(n) != now.get(n))
        self.post_message(self.Moved(self, self.key))

    def repaint(self, rows: Sequence[Listed]) -> None:
        """Show the same rows with other looks; the cursor and the scrolling stay."""
        self._rows = rows
        self.refresh()

    def go(self, key: str) -> bool:
        """Put the cursor on the row `key`, if there is one."""
        for n in self._stops:
            if self._rows[n].key == key:
                self._move_to(n)
                return True
        return False

    def action_move(self, by: int) -> None:
        """Move the cursor by so many rows."""
        if self._stops:
            here = bisect_left(self._stops, self._at)
            self._move_to(self._stops[min(max(here + by, 0), len(self._stops) - 1)])

    def action_page(self, by: int) -> None:
        """Move the cursor by a page."""
        if self._stops:
            wanted = self._tops[max(self._at, 0)] + by * self.page_rows()
            row = bisect_right(self._tops, min(max(wanted, 0), self._tops[-1] - 1)) - 1
            near = [n for n in self._stops if (n - row) * by >= 0] or self._stops
            self._move_to(min(near, key=lambda n: abs(n - row)))

    def action_first(self) -> None:
        """Move the cursor to the first row."""
        if self._stops:
            self._move_to(self._stops[0])

    def action_last(self) -> None:
        """Move the cursor to the last row."""
        if self._stops:
            self._move_to(self._stops[-1])

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self.key:
            self.post_message(self.Chosen(self, self.key))

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor in sight."""
        self._reveal()

    def on_focus(self) -> None:
        """Paint the cursor in its strong colour."""
        self.refresh()

    def on_blur(self) -> None:
        """Paint the cursor in its quiet colour."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; one on the cursor's row chooses it."""
        row = self._row_at(event.y + self.scroll_offset.y)
        if row is None or not self._rows[row].key:
            return
        if row == self._at:
            self.action_choose()
        else:
            self._move_to(row)

    def render_line(self, y: int) -> Strip:
        """Paint one line of one row."""
        looks = self._looks(y + self.scroll_offset.y)
        if looks is None:
            return self.strip([])
        here, line = looks
        surface = (Surface.CURSOR if self.has_focus else Surface.RESTING) if here else Surface.PAGE
        mark = Run(CURSOR if here else " ", Role.BRAND)
        return self.strip(self._segments(mark, line, surface), surface)

    def _looks(self, at: int) -> tuple[bool, RowLine] | None:
        """What a line shows, and whether the cursor stands there; None below the last row."""
        n = self._row_at(at)
        return None if n is None else (n == self._at, self._rows[n].lines[at - self._tops[n]])

    def _in_sight(self) -> dict[int, tuple[bool, RowLine] | None]:
        """The lines that can be seen now."""
        top = self.scroll_offset.y
        return {n: self._looks(n) for n in range(top, top + self.size.height)}

    def _segments(self, mark: Run, line: RowLine, surface: Surface) -> list[Segment]:
        columns = self.scrollable_content_region.width - 2
        room = columns - width(line.left) - 2
        right = fit(line.right, max(columns // 2, room, 0))
        left = fit(colored(line.left, line.piece), columns - width(right) - (1 if right else 0) - 1)
        gap = Run(" " * max(columns - 1 - width(left) - width(right), 0))
        return self.paint((mark, Run(" "), *left, gap, *right), surface)

    def _row_at(self, line: int) -> int | None:
        if not 0 <= line < self._tops[-1]:
            return None
        return bisect_right(self._tops, line) - 1

    def _move_to(self, n: int) -> None:
        if n != self._at:
            rows, self._at = (self._at, n), n
            for row in rows:
                if row >= 0:
                    self.repaint_lines(range(self._tops[row], self._tops[row + 1]))
            self.post_message(self.Moved(self, self.key))
        self._reveal()

    def _reveal(self) -> None:
        """Scroll so that the cursor's row, and a heading right above it, can be seen."""
        height = self.scrollable_content_region.height
        if self._at < 0 or height <= 0:
            return
        top, bottom = self._tops[self._at], self._tops[self._at + 1]
        if self._at and not self._rows[self._at - 1].key:
            top = self._tops[self._at - 1]
        now = self.scroll_offset.y
        if top < now or bottom - top >= height:
            self.scroll_to(y=top, animate=False)
        elif bottom > now + height:
            self.scroll_to(y=bottom - height, animate=False)
