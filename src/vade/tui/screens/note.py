"""Notes on an item, in an editor of several lines."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from vade.tui.keys import hints
from vade.tui.page.runs import Run
from vade.tui.requests import EditText
from vade.tui.screens.base import Sheet
from vade.tui.theme.roles import Role
from vade.tui.widgets.bar import Bar
from vade.tui.widgets.note_area import NoteArea

__all__ = ["NoteScreen"]


class NoteScreen(Sheet[str | None]):
    """Edits a text; leaving keeps it."""

    DEFAULT_CSS = """
    NoteScreen { align: center middle; background: $background 60%; }
    NoteScreen #sheet { width: 84; max-width: 96%; height: 70%; background: $background;
        border: solid $border; padding: 0 1; }
    NoteScreen TextArea, NoteScreen TextArea:focus { height: 1fr; border: none;
        background: $background; margin: 1 0; padding: 0 1; }
    """
    BINDINGS = [
        Binding("escape,ctrl+s", "keep", "Keep", show=False, id="note.keep", priority=True),
        Binding("ctrl+o", "editor", "In your editor", show=False, id="note.editor", priority=True),
    ]

    def __init__(self, title: str, text: str) -> None:
        """Edit `text`."""
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        """The title, the text, the keys."""
        with Vertical(id="sheet"):
            yield Bar((Run(self._title, Role.TITLE), Run("  notes, Markdown", Role.MUTED)))
            yield NoteArea(self._text, id="note", show_line_numbers=False, soft_wrap=True)
            yield Bar(hints(("esc", "keeps"), ("ctrl+o", "in your editor"), ("ctrl+z", "undoes")))

    def action_keep(self) -> None:
        """Keep the text."""
        self.dismiss(self.query_one(NoteArea).text)

    def action_editor(self) -> None:
        """Go on in the user's editor."""
        area = self.query_one(NoteArea)

        def done(text: str) -> None:
            area.text = text

        self.post_message(EditText(area.text, done))
