"""The library: search, results, the entry."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from vade.errors import VadeError
from vade.tui.page.runs import Run, Runs
from vade.tui.requests import Say
from vade.tui.screens.base import VadeScreen
from vade.tui.shelf import Shelf
from vade.tui.telling import told
from vade.tui.theme.palette import Surface
from vade.tui.theme.roles import Role
from vade.tui.theme.signs import SEARCH
from vade.tui.verbs.base import bindings
from vade.tui.verbs.entry import ENTRY, ToggleStar
from vade.tui.verbs.library import LIBRARY
from vade.tui.widgets.bar import Bar
from vade.tui.widgets.search_box import SearchBox
from vade.tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from vade.tui.browser import Browser
    from vade.tui.widgets.entry_pane import EntryPane
    from vade.tui.widgets.reading_room import ReadingRoom

__all__ = ["LibraryScreen"]

_TOLD = 10
"""How often it is told how far reading is: each time is painted."""


class LibraryScreen(VadeScreen):
    """Search as one types, browse while nothing is typed."""

    AUTO_FOCUS = "#search"
    VERBS = (*LIBRARY, *ENTRY)
    BINDINGS = bindings(VERBS)

    class Ready(Message):
        """The entries are listed."""

    def __init__(
        self,
        shelf: Shelf,
        marks: Path,
        query: str = "",
        *,
        hint: bool = False,
        picking: bool = False,
        remembers: bool = True,
    ) -> None:
        """Show the library of `shelf`.

        Args:
            shelf: What reads and searches it.
            marks: The file of stars and of what was opened.
            query: What is searched first.
            hint: Whether a newcomer is told the first keys.
            picking: Whether choosing an entry takes its code instead of opening it.
            remembers: Whether queries are kept; what was kept is forgotten where they are not.
        """
        super().__init__()
        self._hint = hint
        self._picking = picking
        self._remembers = remembers
        self._shelf = shelf
        self._marks_file = marks
        self._query = query

    @property
    def room(self) -> ReadingRoom:
        """The panes."""
        return cast("ReadingRoom", self.query_one("#body"))

    @cached_property
    def _browser(self) -> Browser:
        """What is shown; made after the first frame, as all that it needs is."""
        from vade.tui.areas import EVERYTHING, Narrowing
        from vade.tui.browser import Browser
        from vade.tui.marks import Marks

        narrowing = Narrowing("kind:pattern" if self._picking else EVERYTHING)
        marks = Marks.read(self._marks_file)
        return Browser(
            narrowing,
            query=self._query,
            marks=marks if self._remembers else marks.forget(),
            remembers=self._remembers,
        )

    def compose(self) -> ComposeResult:
        """The header and the search box: what the first frame needs, and no more."""
        yield Bar((Run("vade", Role.BRAND),), id="header")
        with Horizontal(id="search-row"):
            yield Static(SEARCH, id="glass", markup=False)
            yield SearchBox(lambda typed: self._browser.complete(typed), self._query)  # noqa: PLW0108
            yield Bar(id="found", whole=True)
        yield TooSmall()

    def on_mount(self) -> None:
        """Let the first frame be painted, then do the rest."""
        self.call_after_refresh(self._furnish)

    async def _furnish(self) -> None:
        from vade.tui.widgets.reading_room import ReadingRoom

        await self.mount(
            ReadingRoom(picking=self._picking),
            Bar(id="status", surface=Surface.RAISED, whole=True),
            before="TooSmall",
        )
        if self._hint and not self._marks_file.exists():
            from vade.tui.widgets.hint import Hint

            await self.mount(Hint(), before="#status")
        _say(self, "#found", (Run("reading…", Role.MUTED),))
        self.reload()

    @work(exclusive=True, group="load")
    async def reload(self) -> None:
        """Read the packs, and bring the index up to date."""
        from vade.tui.areas import Areas, browsable

        loop = asyncio.get_running_loop()

        def progress(done: int, of: int) -> None:
            if done % max(of // _TOLD, 1) == 0:
                told = (Run(f"reading {done} of {of}", Role.MUTED),)
                loop.call_soon_threadsafe(_say, self, "#found", told)

        try:
            library = await self._shelf.load(progress)
        except VadeError as error:
            self.show_found(replace(self._browser, ready=True, trouble=str(error)))
            return
        areas = Areas(browsable(library.entries))
        known = self._shelf.indexed
        self.room.stock(library)
        self.show_found(replace(self._browser, areas=areas, ready=True, trouble=""), keep=known)
        self.post_message(self.Ready())
        if self._browser.asked:
            self._search(keep=known)
        await self._shelf.index(progress)
        if self._browser.asked:
            self._search(keep=known)

    @work(exclusive=True, group="search")
    async def _search(self, *, keep: bool = False) -> None:
        """Answer the query; a newer one cancels this, so that no late answer is shown."""
        browser = self._browser
        results = await self._shelf.search(browser.asked) if browser.asked else None
        everywhere = results
        if results is not None and browser.narrowing.query:
            everywhere = await self._shelf.search(browser.query)
        facets = everywhere.facets if everywhere else None
        self.show_found(replace(self._browser, results=results, facets=facets), keep=keep)

    def show_found(self, browser: Browser, *, keep: bool = False) -> None:
        """Show results."""
        self._browser = browser
        self.room.show(browser, keep=keep)
        _say(self, "#found", browser.found())
        self.on_descendant_focus()

    @on(Input.Changed, "#search")
    def _typed(self, event: Input.Changed) -> None:
        self._query = event.value
        if self.query("#body"):
            self._browser = replace(self._browser, query=event.value)
            if self.columns == 1:
                self.room.uncover()
            self._search()

    @on(Input.Submitted, "#search")
    def _entered(self) -> None:
        from vade.tui.asked import ASK

        if self._picking or self.room.results.key.startswith(ASK):
            self.room.results.action_choose()
        else:
            self.room.leave()

    def on_search_box_move(self, event: SearchBox.Move) -> None:
        """The arrows of the search box move in the results."""
        (self.room.results.action_page if event.pages else self.room.results.action_move)(event.by)

    def on_reading_room_narrowed(self, event: ReadingRoom.Narrowed) -> None:
        """Look only there, or fold what is under a heading."""
        before, self._browser = self._browser, self._browser.narrowed(event.key)
        if self._browser.narrowing != before.narrowing:
            self._search()
        elif self._browser.folded != before.folded:
            self.show_found(self._browser, keep=True)

    def on_reading_room_opened(self, event: ReadingRoom.Opened) -> None:
        """Remember what was opened."""
        self.query("Hint").remove()
        self._browser = self._browser.visited(event.entry_id)
        self.room.remember(self._browser)

    def on_reading_room_asked(self, event: ReadingRoom.Asked) -> None:
        """Ask that once more."""
        box = self.query_one(SearchBox)
        box.value = event.text
        box.focus()

    @told
    def on_entry_pane_star_toggled(self, event: EntryPane.StarToggled) -> None:
        """Star an entry, or not."""
        self.show_found(self._browser.starred(event.entry_id), keep=True)
        done = "Starred" if event.entry_id in self._browser.stars else "No star any more"
        self.post_message(Say(f"{done}. {self.key_of(ToggleStar)} undoes that."))

    def on_back(self) -> None:
        """Close the entry, else clear the search, else go to the search box."""
        box = self.query_one(SearchBox)
        if self.focused is box and not box.value:
            self.app.exit() if self._picking else self.room.leave()
        elif self.focused is box:
            box.value = ""
        elif not self.room.leave():
            box.focus()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Take over the stars that were set elsewhere."""
        if self.query("#body"):
            self.show_found(self._browser.read_again(), keep=True)

    def on_descendant_focus(self) -> None:
        """Tell the next keys."""
        for bar in self.query("#status").results(Bar):
            from vade.tui.screens.library_status import status

            bar.show(*status(self.focused, self._browser, self.keymap, picking=self._picking))

    def say_place(self, left: Runs, right: Runs) -> None:
        """Fill the header, unless the screen is being taken away."""
        for bar in self.query("#header").results(Bar):
            bar.show(left, right)


def _say(screen: LibraryScreen, where: str, runs: Runs) -> None:
    """Fill a bar at its right, if it is there by now."""
    for bar in screen.query(where).results(Bar):
        bar.show(right=runs)
