"""What the app does for widgets: the clipboard, the editor, links, toasts."""

from __future__ import annotations

import asyncio
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from textual import work
from textual.app import App
from textual.events import Event, Paste
from textual.widgets import Input

from vade.errors import VadeError
from vade.text import clean, counted
from vade.tui.requests import CopyText, EditEntry, EditFile, EditText, FollowUrl, Reload, Say

if TYPE_CHECKING:
    from vade.tui.shelf import Shelf
    from vade.tui.widgets.entry_pane import EntryPane
    from vade.workspace import Workspace

__all__ = ["Serving"]

_SAFE = ("http://", "https://")


class Serving(App[str], inherit_bindings=False):
    """The part of the app that deals with the world outside."""

    workspace: Workspace
    shelf: Shelf
    _said = ("", 0.0)
    """What the newest toast says, and when it came, in seconds of a clock that never goes back."""

    async def on_event(self, event: Event) -> None:
        """Clean what is pasted: it comes from anywhere, and would be painted as it is."""
        if isinstance(event, Paste):
            event.text = clean(event.text)
            if isinstance(self.focused, Input):
                event.text = fitting(event.text, self.focused)
        await super().on_event(event)

    @work(group="copy")
    async def on_copy_text(self, request: CopyText) -> None:
        """Copy, and say who took it."""
        from vade.clipboard import copy

        env, text = self.workspace.env, request.text
        try:
            who = await asyncio.to_thread(partial(copy, text, env, self._to_terminal))
        except VadeError as error:
            self.on_say(Say(str(error), "error"))
            return
        lines = text.count("\n") + 1
        size = counted(lines, "line")
        self.on_say(Say(f"Copied {request.what}, {size} ({who})"))

    def on_edit_file(self, request: EditFile) -> None:
        """Hand the terminal to the editor, and take it back whatever becomes of it."""
        from vade.tui.editor import edit

        try:
            edit(self, self.workspace, request.path, request.line)
        except VadeError as error:
            self.on_say(Say(str(error), "error"))

    def on_edit_entry(self, request: EditEntry) -> None:
        """Open an entry's file; one that comes with Vade becomes a copy of the user's first."""
        from vade.tui.own_copy import is_own, own_copy

        try:
            path, copied = own_copy(request.entry, self.workspace.paths)
            self.on_edit_file(EditFile(path, request.entry.line))
            if copied and is_own(path, request.entry):
                self.on_say(Say(f"Yours now: {path}. Remove that file to have ours back."))
                self.post_message(Reload())
        except VadeError as error:
            self.on_say(Say(str(error), "error"))

    def on_edit_text(self, request: EditText) -> None:
        """Hand some text to the editor in a file of its own."""
        from vade.tui.editor import edit_text

        try:
            request.done(edit_text(self, self.workspace, request.text))
        except VadeError as error:
            self.on_say(Say(str(error), "error"))

    def on_follow_url(self, request: FollowUrl) -> None:
        """Open a page in the browser, after asking; nothing but http and https."""
        import webbrowser

        from vade.tui.screens.chooser import Chooser, choice

        url = request.url
        if not url.startswith(_SAFE):
            self.on_say(Say(f"Not opened: only http and https links are. {url}", "warning"))
            return

        def answered(key: str | None) -> None:
            if key == "open":
                webbrowser.open(url)
            elif key == "copy":
                self.post_message(CopyText(url, "the link"))

        rows = [choice("copy", "Copy the link"), choice("open", "Open it in the browser")]
        self.push_screen(Chooser(url, rows), answered)

    def on_entry_pane_links_wanted(self, request: EntryPane.LinksWanted) -> None:
        """Let the reader choose a link."""
        from vade.tui.link_rows import link_rows
        from vade.tui.screens.chooser import Chooser
        from vade.tui.widgets.entry_pane import request_for

        def chosen(link: str | None) -> None:
            if link:
                self.post_message(request_for(link, request.origin))

        if (library := self.shelf.library) is not None:
            rows = link_rows(request.links, library, request.origin)
            self.push_screen(Chooser("Where to?", rows), chosen)

    def on_say(self, request: Say) -> None:
        """Show a toast, once while it is there; its text is never markup."""
        said, self._said = self._said, (request.text, monotonic())
        if request.text == said[0] and self._said[1] - said[1] < self.NOTIFICATION_TIMEOUT:
            self._said = said
            return
        match request.severity:
            case "warning" | "error" as severity:
                self.notify(request.text, severity=severity, markup=False)
            case _:
                self.notify(request.text, markup=False)

    def _to_terminal(self, sequence: str) -> None:
        if self._driver is not None:
            self.call_from_thread(self._driver.write, sequence)


def fitting(text: str, box: Input) -> str:
    """Return what a box of one line can take of a text: what is too long it refuses whole."""
    line = " ".join(text.splitlines())
    if box.max_length is None:
        return line
    return line[: max(box.max_length - len(box.value) + len(box.selected_text), 0)]
