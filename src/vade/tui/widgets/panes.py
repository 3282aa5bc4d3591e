"""Panes side by side, which can be made wider, narrower, or the only one."""

from __future__ import annotations

from textual import events
from textual.containers import Horizontal
from textual.widget import Widget

__all__ = ["Panes"]

_STEP = 4
_LEAST = 16
"""Columns that a pane keeps, whoever takes the rest."""


class Panes(Horizontal):
    """Widgets side by side."""

    _width = 0
    _zoomed = False

    def on_widen(self) -> None:
        """Make the focused pane wider."""
        self._resize_by(_STEP)

    def on_narrow(self) -> None:
        """Make the focused pane narrower."""
        self._resize_by(-_STEP)

    def on_zoom(self) -> None:
        """Hide the other panes, or show them again."""
        here = self._focused()
        if self._zoomed:
            self._reset("display")
        elif here is not None:
            for pane in self.children:
                if pane is not here:
                    pane.styles.display = "none"
            here.styles.width = "1fr"
        self._zoomed = not self._zoomed
        if not self._zoomed:
            self._reset("width")

    def on_resize(self, event: events.Resize) -> None:
        """Another room has other sizes."""
        if self._width and event.size.width != self._width:
            self._zoomed = False
            self._reset("width", "display")
        self._width = event.size.width

    def _resize_by(self, cells: int) -> None:
        here = self._focused()
        shown = [pane for pane in self.children if pane.display]
        if here is None or len(shown) < 2:
            return
        # The last pane stays elastic: it grows where the one before it shrinks.
        fixed = here if here is not shown[-1] else shown[-2]
        wanted = fixed.outer_size.width + (cells if fixed is here else -cells)
        others = sum(pane.outer_size.width for pane in shown if pane not in (fixed, shown[-1]))
        fixed.styles.width = min(max(wanted, _LEAST), self.size.width - others - _LEAST)
        shown[-1].styles.width = "1fr"

    def _focused(self) -> Widget | None:
        return next(
            (pane for pane in self.children if pane.has_focus_within or pane.has_focus), None
        )

    def _reset(self, *rules: str) -> None:
        for pane in self.children:
            for rule in rules:
                pane.styles.inline.clear_rule(rule)
        self.refresh(layout=True)
