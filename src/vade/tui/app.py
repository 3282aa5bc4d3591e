"""The application: screens, themes, and what widgets ask of it."""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import work
from textual.screen import Screen

from vade.tui.guiding_app import Guiding
from vade.tui.keymap import keymap
from vade.tui.keys import key_of
from vade.tui.requests import OpenEntry
from vade.tui.reviewing_app import Reviewing
from vade.tui.screens.library import LibraryScreen
from vade.tui.serving_app import Serving
from vade.tui.shelf import Shelf
from vade.tui.theming_app import Theming
from vade.tui.verbs.base import bindings
from vade.tui.verbs.common import COMMON
from vade.tui.verbs.library import OpenReview
from vade.workspace import Workspace

if TYPE_CHECKING:
    from vade.review.model import Review

__all__ = ["VadeApp"]


class VadeApp(Guiding, Reviewing, Serving, Theming, inherit_bindings=False):
    """Vade on the screen."""

    TITLE = "Vade"
    CSS_PATH = ["app.tcss", "screens/library.tcss"]
    BINDINGS = bindings(COMMON)
    ENABLE_COMMAND_PALETTE = False
    NOTIFICATION_TIMEOUT = 4

    def __init__(self, workspace: Workspace, query: str = "") -> None:
        """Open the screens of a workspace on a query."""
        super().__init__()
        self.workspace = workspace
        self._query = query
        self.shelf = Shelf(workspace)
        self.dress()
        self.set_keymap(keymap(workspace.settings))

    def get_default_screen(self) -> Screen[object]:
        """The library is what everything else lies on."""
        return LibraryScreen(self.shelf, self.workspace.paths.marks, self._query)

    def on_mount(self) -> None:
        """Leave in order when the terminal goes away: answers are on disk, the screen is not."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, self._told_to_end, number)

    def on_library_screen_ready(self) -> None:
        """The entries are listed: now there is time for the project."""
        self.on_survey()

    @work(exclusive=True, group="survey")
    async def on_survey(self) -> None:
        """Say in the library's header which project this is, and whether a review is open."""
        from vade.tui import header

        workspace = self.workspace
        draft = await asyncio.to_thread(_facts, workspace)
        for screen in self.screen_stack:
            if isinstance(screen, LibraryScreen):
                key = key_of(OpenReview, keymap(workspace.settings))
                screen.say_place(header.place(workspace.project), header.draft(draft, key))

    def on_open_entry(self, request: OpenEntry) -> None:
        """Show an entry: in the library when that is on top, else over what is."""
        from vade.tui.screens.entry import EntryScreen

        match self.screen:
            case LibraryScreen() as screen:
                screen.room.open(request.ref, request.origin)
            case EntryScreen() as screen:
                screen.open(request.ref, request.origin)
            case _ if self.shelf.library is not None:
                self.push_screen(EntryScreen(self.shelf.library, request.ref, request.origin))

    def on_open_packs(self) -> None:
        """List the packs."""
        from vade.tui.screens.packs import PacksScreen

        if self.shelf.library is not None:
            self.push_screen(PacksScreen(self.workspace, self.shelf.library))

    def on_reload(self) -> None:
        """Read the packs again."""
        for screen in self.screen_stack:
            if isinstance(screen, LibraryScreen):
                screen.reload()

    def on_quit(self) -> None:
        """Leave."""
        self.exit()

    def on_quit_now(self) -> None:
        """Leave."""
        self.exit()

    def on_unmount(self) -> None:
        """Stop the thread beside the screens."""
        self.shelf.close()

    def _told_to_end(self, number: int) -> None:
        self.exit(return_code=128 + number)


def _facts(workspace: Workspace) -> Review | None:
    """Ask git, and look for an unfinished review: both take a moment."""
    _ = workspace.project.git
    return workspace.desk.newest_draft()
