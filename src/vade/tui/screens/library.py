"""The library: search, results, the entry."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from vade.tui.page.runs import Run, Runs
from vade.tui.screens.base import VadeScreen
from vade.tui.shelf import Shelf
from vade.tui.theme.palette import Surface
from vade.tui.theme.roles import Role
from vade.tui.theme.signs import SEARCH
from vade.tui.verbs.base import bindings
from vade.tui.verbs.entry import ENTRY
from vade.tui.verbs.library import LIBRARY
from vade.tui.widgets.bar import Bar
from vade.tui.widgets.search_box import SearchBox
from vade.tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from vade.tui.browser import Browser
    from vade.tui.marks import Marks
    from vade.tui.widgets.entry_pane import EntryPane
    from vade.tui.widgets.reading_room import ReadingRoom

__all__ = ["LibraryScreen"]


class LibraryScreen(VadeScreen):
    """Search as one types, browse while nothing is typed."""

    AUTO_FOCUS = "#search"
    VERBS = (*LIBRARY, *ENTRY)
    BINDINGS = bindings(VERBS)

    class Ready(Message):
        """The entries are listed."""

    def __init__(self, shelf: Shelf, marks: Path, query: str = "") -> None:
        """Show the library of `shelf`, searched for `query`; `marks` is the file of stars."""
        super().__init__()
        self._shelf = shelf
        self._marks_file = marks
        self._query = query

    @property
    def room(self) -> ReadingRoom:
        """The panes."""
        return cast("ReadingRoom", self.query_one("#body"))

    @cached_property
    def _marks(self) -> Marks:
        from vade.tui.marks import Marks

        return Marks.read(self._marks_file)

    @cached_property
    def _browser(self) -> Browser:
        """What is shown; made after the first frame, as all that it needs is."""
        from vade.tui.browser import Browser

        return Browser(query=self._query, stars=self._marks.stars)

    def compose(self) -> ComposeResult:
        """The header and the search box: what the first frame needs, and no more."""
        yield Bar((Run("vade", Role.BRAND),), id="header")
        with Horizontal(id="search-row"):
            yield Static(SEARCH, id="glass", markup=False)
            yield SearchBox(self._complete, self._query)
            yield Bar(id="found")
        yield TooSmall()

    def on_mount(self) -> None:
        """Let the first frame be painted, then do the rest."""
        self.call_after_refresh(self._furnish)

    async def _furnish(self) -> None:
        from vade.tui.widgets.reading_room import ReadingRoom

        await self.mount(ReadingRoom(), Bar(id="status", surface=Surface.RAISED), before="TooSmall")
        self._say_found((Run("reading…", Role.MUTED),))
        self._load()

    def reload(self) -> None:
        """Read the packs again."""
        self._load()

    @work(exclusive=True, group="load")
    async def _load(self) -> None:
        from vade.tui.areas import area_rows, browsable

        loop = asyncio.get_running_loop()

        def tell(done: int, of: int) -> None:
            loop.call_soon_threadsafe(self._progress, done, of)

        library = await self._shelf.load(tell)
        entries = browsable(library.entries)
        self._browser = replace(self._browser, entries=entries, results=None)
        areas = area_rows(entries, self._marks.stars)
        self.room.stock(library, areas, key=self._browser.narrowing.key)
        self.show_found(self._browser)
        self.post_message(self.Ready())
        await self._shelf.index(tell)
        self._search()

    @work(exclusive=True, group="search")
    async def _search(self) -> None:
        """Answer the query; a newer one cancels this, so that no late answer is shown."""
        asked = self._browser.asked
        results = await self._shelf.search(asked) if asked else None
        self.show_found(replace(self._browser, results=results))

    def show_found(self, browser: Browser, *, keep: bool = False) -> None:
        """Show results."""
        self._browser = browser
        self.room.show(browser, keep=keep)
        self._say_found(browser.found())
        self._say_status()

    @on(Input.Changed, "#search")
    def _typed(self, event: Input.Changed) -> None:
        self._query = event.value
        if self.query("#body"):
            self._browser = replace(self._browser, query=event.value)
            self._search()

    @on(Input.Submitted, "#search")
    def _entered(self) -> None:
        self.room.leave()

    def on_search_box_move(self, event: SearchBox.Move) -> None:
        """The arrows of the search box move in the results."""
        (self.room.results.action_page if event.pages else self.room.results.action_move)(event.by)

    def on_reading_room_narrowed(self, event: ReadingRoom.Narrowed) -> None:
        """Look only there."""
        if event.key != self._browser.narrowing.key:
            self._browser = self._browser.narrowed(event.key)
            self._search()

    def on_reading_room_opened(self, event: ReadingRoom.Opened) -> None:
        """Remember what was opened."""
        self._marks = self._marks.visit(event.entry_id)

    def on_entry_pane_star_toggled(self, event: EntryPane.StarToggled) -> None:
        """Star an entry, or not."""
        self._marks = self._marks.toggle(event.entry_id)
        self.show_found(replace(self._browser, stars=self._marks.stars), keep=True)
        from vade.tui.areas import area_rows

        self.room.areas.show(
            area_rows(self._browser.entries, self._marks.stars), key=self._browser.narrowing.key
        )

    def on_focus_search(self) -> None:
        """Go to the search box."""
        self.query_one(SearchBox).focus()

    def on_next_pane(self) -> None:
        """Go to the next pane."""
        self.focus_next()

    def on_previous_pane(self) -> None:
        """Go to the pane before."""
        self.focus_previous()

    def on_back(self) -> None:
        """Close the entry, else clear the search, else go to the search box."""
        box = self.query_one(SearchBox)
        if self.focused is box and not box.value:
            self.room.leave()
        elif self.focused is box:
            box.value = ""
        elif not self.room.leave():
            box.focus()

    def on_descendant_focus(self) -> None:
        """Tell the next keys."""
        self._say_status()

    def say_place(self, left: Runs, right: Runs) -> None:
        """Fill the header."""
        self.query_one("#header", Bar).show(left, right)

    def _complete(self, typed: str) -> str:
        return self._browser.complete(typed)

    def _progress(self, done: int, of: int) -> None:
        self._say_found((Run(f"reading {done} of {of}", Role.MUTED),))

    def _say_found(self, runs: Runs) -> None:
        self.query_one("#found", Bar).show(right=runs)

    def _say_status(self) -> None:
        from vade.tui.screens.library_status import status

        for bar in self.query("#status").results(Bar):
            bar.show(*status(self.focused, self._browser))
