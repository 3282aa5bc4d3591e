"""The panes of the library: areas, results, the entry; wherever the cursor is, its entry shows."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.message import Message

from vade.errors import VadeError
from vade.library import Library
from vade.library.entry import Entry
from vade.search.undressed import undressed
from vade.tui.areas import FOLD
from vade.tui.asked import ASK
from vade.tui.browser import Browser
from vade.tui.history import History
from vade.tui.page.find import query_words
from vade.tui.requests import CopyPart, OpenEntry, Say
from vade.tui.widgets.entry_pane import EntryPane, Shown
from vade.tui.widgets.panes import Panes
from vade.tui.widgets.row_list import RowList

__all__ = ["ReadingRoom"]

_SOON = 0.03
"""Seconds after which the first page is read."""


class ReadingRoom(Panes):
    """Shows what the browser holds."""

    @dataclass
    class Narrowed(Message):
        """Another area, kind, language or pack was chosen."""

        key: str

    @dataclass
    class Opened(Message):
        """An entry was opened, not only passed by."""

        entry_id: str

    @dataclass
    class Asked(Message):
        """A query of before was chosen."""

        text: str

    def __init__(self, *, picking: bool = False) -> None:
        """Begin with empty shelves; `picking` takes the code of what is chosen."""
        super().__init__(id="body", classes="pane")
        self._picking = picking
        self._fresh = True
        self._browser = Browser()
        self._library: Library | None = None
        self._history = History()

    @property
    def results(self) -> RowList:
        """The list in the middle."""
        return self.query_one("#results", RowList)

    @property
    def areas(self) -> RowList:
        """The list at the left."""
        return self.query_one("#areas", RowList)

    @property
    def entry(self) -> EntryPane:
        """The entry at the right."""
        return self.query_one(EntryPane)

    @property
    def reading(self) -> bool:
        """Whether the entry has the room for itself."""
        return self.has_class("-reading")

    def compose(self) -> ComposeResult:
        """Three panes; the style sheet says which of them there is room for."""
        yield RowList(id="areas")
        yield RowList(id="results")
        yield EntryPane()

    def stock(self, library: Library) -> None:
        """Take another library."""
        self._library = library

    def show(self, browser: Browser, *, keep: bool = False) -> None:
        """Show results; `keep` leaves the cursor on its row."""
        self._browser = browser
        if browser.area_rows != self.areas.rows:
            self.areas.show(browser.area_rows, key=self.areas.key or browser.narrowing.key)
        self.results.show(browser.rows, key=self.results.key if keep else browser.start)

    def remember(self, browser: Browser) -> None:
        """Take over what was opened, without showing anything else."""
        self._browser = browser
        self.areas.show(browser.area_rows, key=self.areas.key)

    def open(self, ref: str, origin: str = "") -> None:
        """Open an entry by its id, an end of it, or a link of the entry `origin`."""
        entry = self._named(ref, origin)
        if entry is None:
            return
        self._history = self._history.visit(entry.id)
        self.results.go(entry.id)
        self._present(entry, whole=True)
        self.post_message(self.Opened(entry.id))

    def leave(self) -> bool:
        """Close what lies over the results; return whether something did."""
        covered = self.reading or self.has_class("-areas")
        self.uncover()
        self.results.focus()
        return covered

    def uncover(self) -> None:
        """Show the results, where something lies over them."""
        self.remove_class("-reading", "-areas")

    @on(RowList.Moved, "#results")
    def _passed(self, event: RowList.Moved) -> None:
        if self._fresh and event.key:  # the list is seen before the first page is read
            self._fresh = False
            self.call_after_refresh(self.set_timer, _SOON, self._present_first)
        else:
            self._present(self._entry(event.key))

    @on(RowList.Chosen, "#results")
    def _chosen(self, event: RowList.Chosen) -> None:
        if event.key.startswith(ASK):
            self.post_message(self.Asked(event.key.removeprefix(ASK)))
        elif self._picking:
            self.post_message(CopyPart(self.entry.parts))
        else:
            self.open(event.key)

    @on(RowList.Moved, "#areas")
    def _moved_in_areas(self, event: RowList.Moved) -> None:
        if event.key and not event.key.startswith(FOLD):
            self.post_message(self.Narrowed(event.key))

    @on(RowList.Chosen, "#areas")
    def _chose_area(self, event: RowList.Chosen) -> None:
        if event.key.startswith(FOLD):
            self.post_message(self.Narrowed(event.key))
        else:
            self.leave()

    def on_open_entry(self, request: OpenEntry) -> None:
        """Follow a link to an entry."""
        request.stop()
        self.open(request.ref, request.origin)

    def on_return(self) -> None:
        """One back."""
        self._travel(self._history.back())

    def on_forward(self) -> None:
        """One forward."""
        self._travel(self._history.forward())

    def on_toggle_areas(self) -> None:
        """Show or hide the areas; where there is little room, they take the results' place."""
        hidden = not self.areas.display
        self.set_class(hidden, "-areas")
        self.set_class(not hidden, "-no-areas")
        (self.areas if hidden else self.results).focus()

    def _travel(self, history: History) -> None:
        entry = self._entry(history.current)
        if entry is not None and history.at != self._history.at:
            self._history = history
            self._present(entry, whole=True)

    def _present_first(self) -> None:
        self._present(self._entry(self.results.key))

    def _present(self, entry: Entry | None, *, whole: bool = False) -> None:
        """Show an entry; `whole` gives it the room where there is only one pane."""
        if whole:
            self.add_class("-reading")
            self.remove_class("-areas")
            self.entry.page.focus()
        self.entry.show(self._shown(entry) if entry else None)

    def _shown(self, entry: Entry) -> Shown:
        hit = self._browser.hits.get(entry.id)
        return Shown(
            entry,
            self._library.related(entry) if self._library else (),
            self._library.beside(entry) if self._library else (),
            words=query_words(self._browser.query) if hit else (),
            excerpt=undressed(hit.excerpt)[0].strip("… ") if hit else "",
            starred=entry.id in self._browser.stars,
        )

    def _entry(self, entry_id: str) -> Entry | None:
        hit = self._browser.hits.get(entry_id)
        if hit is not None:
            return hit.entry
        return self._library.get(entry_id) if self._library and entry_id else None

    def _named(self, ref: str, origin: str) -> Entry | None:
        found = self._entry(ref)
        if found is not None or self._library is None:
            return found
        from vade.library.links import follow

        try:
            return follow(self._library, ref, self._library.get(origin))
        except VadeError as error:
            self.post_message(Say(str(error).split("\n", maxsplit=1)[0], "warning"))
            return None
