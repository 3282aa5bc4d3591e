"""The placeholders of a pattern, one line each, above the code as it becomes."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from vade.tui.keys import hints
from vade.tui.page.blocks import Code
from vade.tui.page.runs import Run
from vade.tui.parts import Part, fill, placeholders
from vade.tui.screens.base import Sheet
from vade.tui.theme.roles import Role
from vade.tui.widgets.bar import Bar
from vade.tui.widgets.page_view import PageView

__all__ = ["FillScreen"]


class FillScreen(Sheet[str | None]):
    """Gives back the code with its placeholders filled, or None."""

    DEFAULT_CSS = """
    FillScreen { align: center middle; background: $background 60%; }
    FillScreen #sheet { width: 92; max-width: 98%; height: 80%; background: $background;
        border: solid $border; }
    FillScreen #values { height: auto; max-height: 50%; padding: 0 1; }
    FillScreen .value { height: 1; }
    FillScreen .value Static { width: 24; color: $primary; }
    FillScreen PageView { height: 1fr; margin: 1 0 0 0; }
    """
    BINDINGS = [
        Binding("escape", "leave", "Leave", show=False, id="fill.leave", priority=True),
        Binding("ctrl+s", "done", "Copy", show=False, id="fill.done", priority=True),
        Binding("down", "app.focus_next", "Next value", show=False, id="fill.next"),
        Binding("up", "app.focus_previous", "Value before", show=False, id="fill.previous"),
    ]

    def __init__(self, part: Part) -> None:
        """Fill the placeholders of `part`."""
        super().__init__()
        self._part = part
        self._names = placeholders(part.text)

    def compose(self) -> ComposeResult:
        """A line for each placeholder, the code below."""
        with Vertical(id="sheet"):
            yield Bar((Run(self._part.what, Role.TITLE), Run("  fill in", Role.MUTED)))
            with VerticalScroll(id="values", can_focus=False):
                for n, name in enumerate(self._names):
                    with Horizontal(classes="value"):
                        yield Static(Content(name), markup=False)
                        yield Input(compact=True, max_length=400, id=f"value-{n}")
            yield PageView(id="filled")
            yield Bar(hints(("enter", "next, copies"), ("ctrl+s", "copies"), ("esc", "leaves")))

    def on_mount(self) -> None:
        """Show the code as it is."""
        self._show()

    @on(Input.Changed)
    def _show(self) -> None:
        self.query_one(PageView).show([Code(self._text(), self._part.language)], keep=True)

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        if event.input.id == f"value-{len(self._names) - 1}":
            self.action_done()
        else:
            self.focus_next(Input)

    def action_done(self) -> None:
        """Copy it as it is now; what was left empty keeps its placeholder."""
        self.dismiss(self._text())

    def _text(self) -> str:
        boxes = list(self.query(Input))
        return fill(self._part.text, {n: b.value for n, b in zip(self._names, boxes, strict=True)})
