"""The entry that is open: its place, its page, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from vade.library.entry import Entry
from vade.tui.keys import keys_in_force
from vade.tui.page.entry import entry_page
from vade.tui.page.links import ENTRY_LINK, links_in
from vade.tui.page.runs import Run, Runs
from vade.tui.parts import Part, copyable
from vade.tui.requests import CopyPart, EditEntry, FollowUrl, OpenEntry, Say
from vade.tui.theme.roles import Role
from vade.tui.widgets.bar import Bar
from vade.tui.widgets.find_box import FindBox
from vade.tui.widgets.page_view import PageView

__all__ = ["EntryPane", "Shown", "request_for"]


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry as it is shown."""

    entry: Entry
    related: tuple[Entry, ...] = ()
    parts: tuple[Entry, ...] = ()
    """What else stands in its file, where it stands for all of it."""
    words: tuple[str, ...] = ()
    """What was searched: marked on the page."""
    excerpt: str = ""
    """The line that matched: the page opens there."""
    starred: bool = False
    proof: bool = False


class EntryPane(Vertical):
    """Shows one entry."""

    DEFAULT_CSS = """
    EntryPane { height: 100%; }
    EntryPane PageView { height: 1fr; }
    """

    @dataclass
    class StarToggled(Message):
        """The reader starred the entry, or took the star away."""

        entry_id: str

    @dataclass
    class LinksWanted(Message):
        """The reader wants to choose among the links of the page."""

        links: tuple[tuple[str, str], ...]
        """What each is called, and where it leads."""
        origin: str = ""
        """The id of the entry that they stand on."""

    def __init__(self) -> None:
        """Begin with nothing open."""
        super().__init__(id="entry", classes="pane")
        self._shown: Shown | None = None

    @property
    def page(self) -> PageView:
        """The page."""
        return self.query_one(PageView)

    @property
    def entry(self) -> Entry | None:
        """The entry that is open."""
        return self._shown.entry if self._shown else None

    @property
    def parts(self) -> tuple[Part, ...]:
        """What of it can be copied."""
        return copyable(self._shown.entry, self._shown.parts) if self._shown else ()

    def compose(self) -> ComposeResult:
        """A breadcrumb above the page."""
        yield Bar(id="crumb")
        yield PageView(id="page")

    def show(self, shown: Shown | None, *, keep: bool = False) -> None:
        """Show an entry, or nothing."""
        if shown is None or self.entry is None or shown.entry.id != self.entry.id:
            self.query(FindBox).remove()
        before, self._shown = self._shown, shown
        self.query_one(Bar).show(*_crumb(shown))
        if shown is None:
            self.page.show(())
            return
        if (
            keep
            or before is None
            or replace(before, words=(), excerpt="") != replace(shown, words=(), excerpt="")
        ):
            blocks = entry_page(
                shown.entry,
                shown.related,
                shown.parts,
                proof=shown.proof,
                starred=shown.starred,
                keymap=keys_in_force(self),
            )
            self.page.show(blocks, keep=keep)
        else:
            self.page.rewind()
        self.page.mark(shown.words, starts=True)
        if shown.words:
            self.page.reveal(shown.excerpt.strip()[:40])

    def on_copy_code(self) -> None:
        """Copy the code, else the text."""
        self._copy()

    def on_copy_with_source(self) -> None:
        """Copy it with a comment that names its source."""
        self._copy(source=True)

    def _copy(self, *, source: bool = False) -> None:
        self.post_message(CopyPart(self.parts, source))

    def on_edit(self) -> None:
        """Open its file."""
        if self.entry:
            self.post_message(EditEntry(self.entry))

    def on_toggle_star(self) -> None:
        """Star it."""
        if self.entry:
            self.post_message(self.StarToggled(self.entry.id))

    def on_toggle_proof(self) -> None:
        """Show or hide the proof."""
        if self._shown and any(e.proofs() for e in (self._shown.entry, *self._shown.parts)):
            self.show(replace(self._shown, proof=not self._shown.proof), keep=True)
        elif self._shown:
            self.post_message(Say("Nothing here has a proof. ◆ marks what has one."))

    def on_follow_link(self) -> None:
        """Let the reader choose a link."""
        links = links_in(self.page.lines)
        if links:
            self.post_message(self.LinksWanted(links, self.entry.id if self.entry else ""))
        else:
            self.post_message(Say("This page has no links."))

    @on(PageView.LinkClicked)
    def _clicked(self, event: PageView.LinkClicked) -> None:
        event.stop()
        self.post_message(request_for(event.link, self.entry.id if self.entry else ""))

    def on_find_in_page(self) -> None:
        """Open the find box under the page."""
        if self.is_mounted and not self.query(FindBox):
            self.mount(FindBox())
        self.call_after_refresh(self._focus_find)

    def on_next_match(self) -> None:
        """Go to the next match."""
        self._step(1)

    def on_previous_match(self) -> None:
        """Go to the match before."""
        self._step(-1)

    @on(Input.Changed)
    def _find(self, event: Input.Changed) -> None:
        event.stop()
        self.page.mark((event.value,) if event.value else ())
        self.page.reveal()
        self._say_place()

    @on(Input.Submitted)
    def _found(self, event: Input.Submitted) -> None:
        event.stop()
        self.page.focus()

    @on(FindBox.Left)
    def _leave_find(self) -> None:
        self.query(FindBox).remove()
        self.page.mark(())
        self.page.focus()

    def _focus_find(self) -> None:
        self.query("FindBox Input").focus()

    def _step(self, by: int) -> None:
        self.page.step(by)
        self._say_place()

    def _say_place(self) -> None:
        at, of = self.page.step(0)
        for box in self.query(FindBox):
            box.say(f"{at} of {of}" if of else "nothing found")


def request_for(link: str, origin: str = "") -> OpenEntry | FollowUrl:
    """Return what following a link of the entry `origin` asks for."""
    from vade.library.links import is_outside

    if link.startswith(ENTRY_LINK):
        return OpenEntry(link.removeprefix(ENTRY_LINK))
    return FollowUrl(link) if is_outside(link) else OpenEntry(link, origin)


def _crumb(shown: Shown | None) -> tuple[Runs, Runs]:
    if shown is None:
        return (), ()
    entry = shown.entry
    parts: Sequence[str] = (entry.pack, entry.document, *entry.section)
    path = " › ".join(dict.fromkeys(part for part in parts if part))
    return (Run(" " + path, Role.FAINT),), (Run(f"{entry.path.name}:{entry.line}", Role.FAINT),)
