"""A line that asks for something: a reason, a place in the code, who and when."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

__all__ = ["Prompt"]

_LONGEST = 4000


class Prompt(Horizontal):
    """Asks one thing at a time; nothing is lost when it is put off."""

    DEFAULT_CSS = """
    Prompt { height: 3; display: none; background: $panel; border-top: solid $primary; }
    Prompt Static { width: auto; padding: 0 1; color: $foreground; }
    Prompt #ask { text-style: bold; }
    Prompt Input { width: 1fr; background: $panel; }
    """
    BINDINGS = [Binding("escape", "put_off", "Put off", show=False, id="prompt.put-off")]

    @dataclass
    class Answered(Message):
        """The question was answered."""

        purpose: str
        text: str

    @dataclass
    class PutOff(Message):
        """The question was put off."""

        purpose: str

    def __init__(self) -> None:
        """Begin without a question."""
        super().__init__(id="prompt")
        self._purpose = ""

    def compose(self) -> ComposeResult:
        """The question, the text, the keys."""
        yield Static("", id="ask", markup=False)
        yield Input(compact=True, max_length=_LONGEST, id="answer")
        yield Static("", id="keys", markup=False)

    def ask(self, purpose: str, question: str, value: str = "", keys: str = "") -> None:
        """Ask a question; its answer comes with `purpose`."""
        self._purpose = purpose
        self.query_one("#ask", Static).update(Content(question))
        self.query_one("#keys", Static).update(Content(keys or "enter keeps · esc puts off"))
        box = self.query_one(Input)
        box.value = value
        self.display = True
        box.focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.display = False
        self.post_message(self.Answered(self._purpose, event.value))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()

    def action_put_off(self) -> None:
        """Leave the question open."""
        self.display = False
        self.post_message(self.PutOff(self._purpose))
