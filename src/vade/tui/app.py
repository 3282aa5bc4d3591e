"""The application: screens, themes, and what widgets ask of it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import work
from textual.screen import Screen

from vade.tui.beginning_app import Beginning
from vade.tui.copying_app import Copying
from vade.tui.guiding_app import Guiding
from vade.tui.keying_app import Keying
from vade.tui.keys import key_of
from vade.tui.leaving import Told
from vade.tui.pacing_app import Pacing
from vade.tui.requests import OpenEntry, Say
from vade.tui.reviewing_app import Reviewing
from vade.tui.screens.library import LibraryScreen
from vade.tui.serving_app import Serving
from vade.tui.shelf import Shelf
from vade.tui.telling import told_later
from vade.tui.terminal import is_remote
from vade.tui.theming_app import Theming
from vade.tui.verbs.base import bindings
from vade.tui.verbs.common import COMMON
from vade.tui.verbs.library import OpenReview
from vade.tui.watching_app import Watching
from vade.workspace import Workspace

if TYPE_CHECKING:
    from vade.review.model import Review
    from vade.tui.gallery import Gallery

__all__ = ["VadeApp"]


class VadeApp(
    Beginning,
    Copying,
    Guiding,
    Keying,
    Pacing,
    Reviewing,
    Serving,
    Theming,
    Watching,
    inherit_bindings=False,
):
    """Vade on the screen."""

    TITLE = "Vade"
    CSS_PATH = ["app.tcss", "screens/library.tcss"]
    BINDINGS = bindings(COMMON)
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    NOTIFICATION_TIMEOUT = 4

    def __init__(
        self,
        workspace: Workspace,
        query: str = "",
        *,
        light: bool | None = None,
        picking: bool = False,
    ) -> None:
        """Open the screens of a workspace on a query.

        Args:
            workspace: What the screens show.
            query: What is searched first.
            light: Whether the terminal's background is light, where it said so.
            picking: Whether choosing an entry ends the app with its code.
        """
        super().__init__()
        self.picking = picking
        self.light_terminal = light
        self.told = Told()
        self.workspace = workspace
        self._query = query
        self.shelf = Shelf(workspace)
        self._gallery: Gallery | None = None
        self._surveyed = False
        self.dress()
        self.take_keys(workspace.settings)
        if is_remote(workspace.env) and "TEXTUAL_ANIMATIONS" not in workspace.env:
            self.animation_level = "none"

    def get_default_screen(self) -> Screen[object]:
        """The library is what everything else lies on."""
        hint = self.workspace.settings.flag("ui.hint")
        marks = self.workspace.paths.marks
        hint = hint and not self.picking
        return LibraryScreen(
            self.shelf, marks, self._query, hint=hint, picking=self.picking,
            remembers=self.workspace.settings.flag("search.history"),
        )  # fmt: skip

    def on_mount(self) -> None:
        """Leave in order when the terminal goes away: answers are on disk, the screen is not."""
        self.told.act(self._told_to_end)

    def on_library_screen_ready(self) -> None:
        """The entries are listed: now there is time for the project."""
        self.on_survey()
        self.watch_packs()
        if self.shelf.library is not None:
            self.tell_what_changed(self.shelf.library)
        self.warn_of_unknown_keys()
        self._stock_packs()

    @work(exclusive=True, group="survey")
    @told_later
    async def on_survey(self) -> None:
        """Say in the library's header which project this is, and whether a review is open."""
        from vade.tui import header

        workspace = self.workspace
        draft = await asyncio.to_thread(_facts, workspace)
        for notice in workspace.desk.notices if not self._surveyed else ():
            self.post_message(Say(notice, "warning"))
        self._surveyed = True
        for screen in self.screen_stack:
            if isinstance(screen, LibraryScreen):
                key = key_of(OpenReview, self.keys_in_force)
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

    def on_open_gallery(self) -> None:
        """Show the patterns as code."""
        from vade.tui.gallery import Gallery
        from vade.tui.marks import Marks
        from vade.tui.screens.gallery import GalleryScreen

        if self.shelf.library is not None:
            marks = Marks.read(self.workspace.paths.marks)
            before = self._gallery or Gallery()
            self._gallery = before.renewed(self.shelf.library.entries, marks.stars)
            self.push_screen(GalleryScreen(self.shelf.library, marks, self._gallery))

    def on_open_packs(self) -> None:
        """List the packs."""
        from vade.tui.screens.packs import PacksScreen

        if self.shelf.library is not None:
            self.push_screen(PacksScreen(self.workspace, self.shelf.library, self.watch_state))

    def _stock_packs(self) -> None:
        from vade.tui.screens.packs import PacksScreen

        screen = self.screen
        if isinstance(screen, PacksScreen) and self.shelf.library is not None:
            screen.stock(self.shelf.library, self.watch_state)

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
        self.stop_watching()
        self.shelf.close()

    def _told_to_end(self, number: int) -> None:
        self.exit(return_code=128 + number)


def _facts(workspace: Workspace) -> Review | None:
    """Ask git, and look for an unfinished review: both take a moment."""
    _ = workspace.project.git
    return workspace.desk.newest_draft()
