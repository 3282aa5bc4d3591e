"""One pattern as code: a tab for each fence, the difference, the twin and the proof."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from vade.library.entry import Entry, FenceRole
from vade.tui.gallery import tab_runs
from vade.tui.keys import key_of, keys_in_force
from vade.tui.page.blocks import Block, Code, Gap, Text
from vade.tui.page.entry import head
from vade.tui.page.runs import Run
from vade.tui.parts import Part, tabs
from vade.tui.requests import CopyPart, EditEntry, Say
from vade.tui.theme.roles import Role
from vade.tui.verbs.gallery import NextTab, PreviousTab
from vade.tui.widgets.bar import Bar
from vade.tui.widgets.page_view import PageView

__all__ = ["PatternPane"]


class PatternPane(Vertical):
    """Shows the tabs of a pattern, one at a time."""

    DEFAULT_CSS = """
    PatternPane { height: 100%; }
    PatternPane #tabs { margin: 0 0 1 1; }
    PatternPane PageView { height: 1fr; }
    """

    @dataclass
    class StarToggled(Message):
        """The reader starred the pattern, or took the star away."""

        entry_id: str

    class Turned(Message):
        """The reader asked for another tab."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__(id="beside", classes="pane")
        self._entry: Entry | None = None
        self._parts: tuple[Part, ...] = ()
        self._at = 0

    def compose(self) -> ComposeResult:
        """The tabs above the code."""
        yield Bar(id="tabs")
        yield PageView(id="code")

    def show(self, entry: Entry | None, at: int = 0) -> None:
        """Show a tab of a pattern."""
        self._entry = entry
        self._parts = tabs(entry) if entry else ()
        self._at = at % len(self._parts) if self._parts else 0
        keymap = keys_in_force(self)
        arrows = f"{key_of(PreviousTab, keymap)} {key_of(NextTab, keymap)}"
        hint = (Run(arrows, Role.KEY), Run(" tabs", Role.MUTED)) if len(self._parts) > 1 else ()
        self.query_one("#tabs", Bar).show(tab_runs(self._parts, self._at), hint)
        self.query_one(PageView).show(self._blocks())

    def on_bar_link_clicked(self, event: Bar.LinkClicked) -> None:
        """A tab was clicked."""
        event.stop()
        self._turn(int(event.link.partition(":")[2]))

    def on_next_tab(self) -> None:
        """Show the next tab."""
        self._turn(self._at + 1)

    def on_previous_tab(self) -> None:
        """Show the tab before."""
        self._turn(self._at - 1)

    def on_toggle_proof(self) -> None:
        """Show the proof, or the code again."""
        self._seek("◆", "Nothing here has a proof. ◆ marks what has one.")

    def on_show_difference(self) -> None:
        """Show the difference, or the code again."""
        self._seek("±", "This pattern has no twin that goes wrong.")

    def on_copy_code(self) -> None:
        """Copy the tab that is shown."""
        self._copy(source=False)

    def on_copy_with_source(self) -> None:
        """Copy it with a comment that names its source."""
        self._copy(source=True)

    def on_edit(self) -> None:
        """Open its file."""
        if self._entry:
            self.post_message(EditEntry(self._entry))

    def on_toggle_star(self) -> None:
        """Star it."""
        if self._entry:
            self.post_message(self.StarToggled(self._entry.id))

    def _copy(self, *, source: bool) -> None:
        if self._parts:
            self.post_message(CopyPart((self._parts[self._at],), source))

    def _turn(self, to: int) -> None:
        self.show(self._entry, to)
        self.post_message(self.Turned())

    def _seek(self, sign: str, missing: str) -> None:
        """Go to the tab that begins with a sign, or back from it."""
        found = [n for n, part in enumerate(self._parts) if part.label.startswith(sign)]
        if found:
            self._turn(0 if self._at == found[0] else found[0])
        else:
            self.post_message(Say(missing))

    def _blocks(self) -> list[Block]:
        if self._entry is None:
            return []
        part = self._parts[self._at]
        blocks: list[Block] = list(head(self._entry))
        if self._entry.summary:
            blocks += [Gap(), Text((Run(self._entry.summary),))]
        if part.language == "diff" and part.role is FenceRole.DIAGRAM:
            legend = (Run("- goes wrong", Role.ERROR), Run("   "), Run("+ is right", Role.OK))
            return [*blocks, Gap(), Text(legend), Gap(), Code(part.text, "diff", head=False)]
        return [*blocks, Gap(), Code(part.text, part.language, part.role)]
