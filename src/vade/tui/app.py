"""The application: screens, themes, and what widgets ask of it."""

from __future__ import annotations

import asyncio
from functools import partial

from textual import work
from textual.app import App
from textual.screen import Screen

from vade.clipboard import copy
from vade.errors import VadeError
from vade.review.model import Review
from vade.tui import header
from vade.tui.keys import key_of
from vade.tui.marks import Marks
from vade.tui.requests import CopyText, Say
from vade.tui.screens.library import LibraryScreen
from vade.tui.shelf import Shelf
from vade.tui.theme.themes import DARK, own_themes
from vade.tui.verbs.base import bindings, perform
from vade.tui.verbs.catalogue import verb_named
from vade.tui.verbs.common import COMMON
from vade.tui.verbs.library import OpenReview
from vade.workspace import Workspace

__all__ = ["VadeApp"]


class VadeApp(App[None], inherit_bindings=False):
    """Vade on the screen."""

    TITLE = "Vade"
    CSS_PATH = ["app.tcss", "screens/library.tcss"]
    BINDINGS = bindings(COMMON)
    NOTIFICATION_TIMEOUT = 4

    def __init__(self, workspace: Workspace, query: str = "") -> None:
        """Open the screens of a workspace on a query."""
        super().__init__()
        self.workspace = workspace
        self._query = query
        self.shelf = Shelf(workspace)
        self.marks = Marks.read(workspace.paths.marks)
        for theme in own_themes():
            self.register_theme(theme)
        self.theme = _theme(workspace, set(self.available_themes))
        self.set_keymap(dict(workspace.settings.keys))

    def get_default_screen(self) -> Screen[object]:
        """The library is what everything else lies on."""
        return LibraryScreen(self.shelf, self.marks, self._query)

    def action_verb(self, name: str) -> None:
        """Let whoever can act on a verb."""
        perform(verb_named(name), self)

    def on_library_screen_ready(self) -> None:
        """The entries are listed: now there is time for the project."""
        self.survey()

    @work(exclusive=True, group="survey")
    async def survey(self) -> None:
        """Say in the library's header which project this is, and whether a review is open."""
        workspace = self.workspace
        draft = await asyncio.to_thread(_facts, workspace)
        for screen in self.screen_stack:
            if isinstance(screen, LibraryScreen):
                key = key_of(OpenReview, workspace.settings.keys)
                screen.say_place(header.place(workspace.project), header.draft(draft, key))

    @work(group="copy")
    async def on_copy_text(self, request: CopyText) -> None:
        """Copy, and say who took it."""
        try:
            env, text = self.workspace.env, request.text
            who = await asyncio.to_thread(partial(copy, text, env, self._to_terminal))
        except VadeError as error:
            self.on_say(Say(str(error), "error"))
            return
        lines = request.text.count("\n") + 1
        size = "1 line" if lines == 1 else f"{lines} lines"
        self.on_say(Say(f"Copied {request.what}, {size} ({who})"))

    def on_say(self, request: Say) -> None:
        """Show a toast; its text is never markup."""
        severity = request.severity
        match severity:
            case "warning" | "error":
                self.notify(request.text, severity=severity, markup=False)
            case _:
                self.notify(request.text, markup=False)

    def on_quit(self) -> None:
        """Leave."""
        self.exit()

    def on_quit_now(self) -> None:
        """Leave."""
        self.exit()

    def on_unmount(self) -> None:
        """Stop the thread beside the screens."""
        self.shelf.close()

    def _to_terminal(self, sequence: str) -> None:
        if self._driver is not None:
            self.call_from_thread(self._driver.write, sequence)


def _facts(workspace: Workspace) -> Review | None:
    """Ask git, and look for an unfinished review: both take a moment."""
    _ = workspace.project.git
    return workspace.desk.newest_draft()


def _theme(workspace: Workspace, known: set[str]) -> str:
    wanted = workspace.settings.text("ui.theme")
    return wanted if wanted in known else DARK
