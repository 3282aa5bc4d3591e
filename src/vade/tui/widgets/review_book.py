"""The items of a review beside what helps to answer them; every answer goes straight to disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from vade.errors import VadeError
from vade.library import Library
from vade.library.checklists import preparation
from vade.review import Desk
from vade.review.model import OWES_REASON, Evidence, Item, Review, Severity, State
from vade.tui.evidence import REMOVE
from vade.tui.keys import key_of, keys_in_force
from vade.tui.page.item import item_page
from vade.tui.page.links import links_in
from vade.tui.requests import Say
from vade.tui.reviewing import Walk, changed_item, follow_up_parts
from vade.tui.verbs.base import Verb
from vade.tui.verbs.review import Answer, Redo, Undo
from vade.tui.widgets.entry_pane import EntryPane
from vade.tui.widgets.page_view import PageView
from vade.tui.widgets.panes import Panes
from vade.tui.widgets.prompt import Prompt
from vade.tui.widgets.row_list import RowList

__all__ = ["ReviewBook"]

_QUESTIONS = {
    State.FAIL: "Why does it fail?",
    State.NA: "Why does it not apply?",
    State.FOLLOW_UP: "What is to be done?",
}


class ReviewBook(Vertical):
    """Answers the item under the cursor."""

    class Changed(Message):
        """The review was answered, undone or redone."""

    @dataclass
    class NoteWanted(Message):
        """The notes of an item are to be edited."""

        item: Item

    @dataclass
    class EvidenceWanted(Message):
        """A place in the code is to be chosen for an item."""

        item: Item
        typed: str = ""

    def __init__(self, desk: Desk, library: Library, walk: Walk) -> None:
        """Answer the review of `walk` at `desk`."""
        super().__init__(id="book", classes="pane")
        self._desk = desk
        self._library = library
        self.walk = walk
        """The review as it is shown."""

    @property
    def items(self) -> RowList:
        """The list of items."""
        return self.query_one("#items", RowList)

    @property
    def item(self) -> Item | None:
        """The item under the cursor."""
        return self.walk.review.item(self.items.key)

    def compose(self) -> ComposeResult:
        """Items at the left, guidance at the right, questions below."""
        with Panes(id="spread"):
            yield RowList(id="items")
            yield PageView(id="guidance")
        yield Prompt()

    def show(self, walk: Walk, *, key: str | None = None) -> None:
        """Show the review as it is now."""
        self.walk = walk
        self.items.show(walk.rows(), key=key or self.items.key)

    def on_answer(self, verb: Answer) -> None:
        """Answer the item; ask for the reason at once when the answer owes one."""
        item = self.item
        if item is None or not self._write(item, state=verb.STATE):
            return
        if verb.STATE in OWES_REASON:
            self._ask_reason(item, verb.STATE)
        else:
            self.items.action_move(1)

    def on_ask_reason(self) -> None:
        """Write the reason."""
        item = self.item
        if item and item.answer.state in OWES_REASON:
            self._ask_reason(item, item.answer.state)
        else:
            self.post_message(Say("Only a fail, an n/a and a follow-up have a reason."))

    def on_ask_note(self) -> None:
        """Write notes."""
        if self.item:
            self.post_message(self.NoteWanted(self.item))

    def on_ask_evidence(self) -> None:
        """Ask for a place."""
        if self.item:
            self.post_message(self.EvidenceWanted(self.item))

    def on_ask_severity(self) -> None:
        """Go to the next severity."""
        if self.item:
            every = list(Severity)
            following = every[(every.index(self.item.weight) + 1) % len(every)]
            self._write(self.item, severity=following)

    def on_follow_link(self) -> None:
        """Let the reviewer choose what to read."""
        if links := links_in(self.query_one("#guidance", PageView).lines):
            self.post_message(EntryPane.LinksWanted(links, self.items.key or ""))
        else:
            self.post_message(Say("The library has nothing more on this item."))

    def on_confirm(self) -> None:
        """Answer as last time."""
        item, review = self.item, self.walk.review
        if item:
            self._do(lambda: self._desk.confirm(review.id, item.id))

    def on_undo(self) -> None:
        """Take the last answer back, and go where it was."""
        self._do(lambda: self._desk.undo(self.walk.review.id), "Taken back", Redo)

    def on_redo(self) -> None:
        """Give it again."""
        self._do(lambda: self._desk.redo(self.walk.review.id), "Given again", Undo)

    def note(self, item: Item, text: str) -> None:
        """Keep the notes of an item."""
        self._write(item, notes=text)

    def evidence(self, item: Item, place: str) -> None:
        """Add a place to the evidence of an item, or take one away."""
        kept: list[Evidence | str] = list(item.answer.evidence)
        if place.startswith(REMOVE):
            del kept[int(place.removeprefix(REMOVE))]
        else:
            kept.append(place)
        if not self._write(item, evidence=kept):
            self.post_message(self.EvidenceWanted(item, place))

    @on(Prompt.Answered)
    def _answered(self, event: Prompt.Answered) -> None:
        self.items.focus()
        if self.item:
            self._take(self.item, event.purpose, event.text.strip())

    @on(Prompt.PutOff)
    def _put_off(self) -> None:
        self.items.focus()

    @on(RowList.Moved, "#items")
    def _moved(self) -> None:
        item = self.item
        if item is None:
            self.query_one("#guidance", PageView).show(())
            return
        entry = self._library.get(item.id)
        library = self._library
        related = (*library.related(entry), *preparation(library, entry)) if entry else ()
        suggestions = self.walk.suggestions.get(item.id, ())
        blocks = item_page(item, entry, related, suggestions, keymap=keys_in_force(self))
        self.query_one("#guidance", PageView).show(blocks)

    def _take(self, item: Item, purpose: str, text: str) -> None:
        match purpose:
            case "reason":
                self._write(item, reason=text)
                if item.answer.state is State.FOLLOW_UP:
                    value = item.answer.owner
                    self.query_one(Prompt).ask(
                        "who",
                        "Who, and until when?",
                        value,
                        "such as Bo 2026-12-01 · esc leaves it open",
                    )
            case "who":
                self._who(item, text)

    def _who(self, item: Item, text: str) -> None:
        owner, due = follow_up_parts(text)
        try:
            day = date.fromisoformat(due) if due else None
        except ValueError:
            self.post_message(Say(f"{due} is no date. Write it as 2026-12-01.", "warning"))
            return
        self._write(item, owner=owner, due=day)

    def _ask_reason(self, item: Item, state: State) -> None:
        self.query_one(Prompt).ask("reason", _QUESTIONS[state], item.answer.reason)

    def _write(self, item: Item, **parts: Any) -> bool:
        review = self.walk.review
        return self._do(lambda: self._desk.answer(review.id, item.id, **parts))

    def _do(
        self, change: Callable[[], Review], said: str = "", back: type[Verb] | None = None
    ) -> bool:
        """Change the review on disk, then on the screen; say why where it cannot be."""
        before = self.walk.review
        try:
            review = change()
        except VadeError as error:
            self.post_message(Say(str(error), "warning"))
            return False
        self.show(replace(self.walk, review=review))
        self.post_message(self.Changed())
        if back is not None and (item := changed_item(before, review)):
            self.items.go(item.id)
            text = f"{said}: {item.title} is {item.answer.state}."
            key = key_of(back, keys_in_force(self))
            self.post_message(Say(f"{text} {key} undoes that."))
        return True
