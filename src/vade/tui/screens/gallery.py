"""The gallery: patterns as cards of code, and the one under the cursor as a whole."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.app import ComposeResult

from vade.library import Library
from vade.tui.gallery import Gallery
from vade.tui.marks import Marks
from vade.tui.requests import OpenEntry
from vade.tui.screens.base import VadeScreen
from vade.tui.telling import told
from vade.tui.theme.palette import Surface
from vade.tui.verbs.base import bindings
from vade.tui.verbs.common import Back
from vade.tui.verbs.entry import CopyCode, CopyWithSource
from vade.tui.verbs.gallery import GALLERY, NextLanguage, NextTab, ShowDifference
from vade.tui.verbs.library import FocusSearch
from vade.tui.widgets.bar import Bar
from vade.tui.widgets.panes import Panes
from vade.tui.widgets.pattern_pane import PatternPane
from vade.tui.widgets.row_list import RowList
from vade.tui.widgets.too_small import TooSmall
from vade.tui.widgets.words_row import WordsRow

__all__ = ["GalleryScreen"]

_KEYS = (
    (CopyCode, "copy"), (NextLanguage, "language"), (ShowDifference, "bad against good"),
    (NextTab, "tabs"), (FocusSearch, "words"), ("enter", "entry"),
    (CopyWithSource, "with source"), (Back, "back"),
)  # fmt: skip


class GalleryScreen(VadeScreen):
    """Code first."""

    CSS_PATH = "gallery.tcss"
    AUTO_FOCUS = "#cards"
    OTHER = "-reading"
    VERBS = GALLERY
    BINDINGS = bindings(VERBS)

    def __init__(self, library: Library, marks: Marks, gallery: Gallery) -> None:
        """Show the patterns of a library, of which `gallery` holds the cards."""
        super().__init__()
        self._library = library
        self._marks = marks
        self._gallery = gallery

    @property
    def cards(self) -> RowList:
        """The list of cards."""
        return self.query_one("#cards", RowList)

    def compose(self) -> ComposeResult:
        """Languages above, cards at the left, the code at the right."""
        yield WordsRow("words of a pattern")
        yield Bar(id="languages")
        with Panes(id="spread"):
            yield RowList(id="cards")
            yield PatternPane()
        yield Bar(self.hints(*_KEYS), id="status", surface=Surface.RAISED, whole=True)
        yield TooSmall()

    def on_mount(self) -> None:
        """Show all."""
        self._show(self._gallery)

    def on_words_row_typed(self, event: WordsRow.Typed) -> None:
        """Show the patterns that have the words."""
        self._show(replace(self._gallery, words=event.words))

    @on(RowList.Moved, "#cards")
    def _passed(self, event: RowList.Moved) -> None:
        self.query_one(PatternPane).show(self._library.get(event.key))

    @on(RowList.Chosen, "#cards")
    def _chosen(self, event: RowList.Chosen) -> None:
        if self.columns == 1:
            self.add_class("-reading")
            self.query_one("#code").focus()
        else:
            self.post_message(OpenEntry(event.key))

    def on_bar_link_clicked(self, event: Bar.LinkClicked) -> None:
        """A language was clicked."""
        self._show(replace(self._gallery, language=event.link.partition(":")[2]))

    def on_next_language(self) -> None:
        """Show the next language."""
        self._show(self._gallery.step(1))

    def on_previous_language(self) -> None:
        """Show the language before."""
        self._show(self._gallery.step(-1))

    @told
    def on_pattern_pane_turned(self) -> None:
        """Show the tab that was asked for, also where there is room for one pane only."""
        if self.columns == 1 and not self.has_class("-reading"):
            self.add_class("-reading")
            self.query_one("#code").focus()

    def on_pattern_pane_star_toggled(self, event: PatternPane.StarToggled) -> None:
        """Star a pattern, or not."""
        self._marks = self._marks.toggle(event.entry_id)
        self._show(replace(self._gallery, stars=self._marks.stars))

    def on_back(self) -> None:
        """Close the code, else clear the words, else go back to the library."""
        had_words = not self.query_one("#code").has_focus and self.query_one(WordsRow).clear()
        if not self.leave_pane("#cards") and not had_words:
            self.dismiss()

    def _show(self, gallery: Gallery) -> None:
        self._gallery = gallery
        self.cards.show(gallery.rows, key=self.cards.key)
        self.query_one("#languages", Bar).show(gallery.strip())
        self.query_one(WordsRow).count(f"{len(gallery.shown)} of {len(gallery.patterns)} patterns")
