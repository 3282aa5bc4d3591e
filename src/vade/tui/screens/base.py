"""What all screens share: breakpoints, the floor below which they are too small."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

from textual.app import RenderResult
from textual.await_complete import AwaitComplete
from textual.css.query import NoMatches
from textual.message import Message
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen

from vade.errors import VadeError
from vade.tui.keys import Hint, hints, key_of, keys_in_force
from vade.tui.page.runs import Runs
from vade.tui.requests import Say
from vade.tui.screens.backdrop import Backdrop
from vade.tui.screens.painted_once import PaintedOnce
from vade.tui.verbs.base import Verb
from vade.tui.widgets.too_small import FLOOR

__all__ = ["Sheet", "VadeScreen"]

Result = TypeVar("Result")


class _LeftOnce(PaintedOnce[Result]):
    """A screen that may be told to leave at any time: twice, or before it is up.

    Textual takes away whatever lies on top then, down to the last screen and beyond.
    """

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Leave with a result: not before it is up, nor when something else is on top by now."""
        if not self.is_mounted:
            self.call_later(self.dismiss, result)
            return AwaitComplete()
        return super().dismiss(result) if self.is_active else AwaitComplete()

    async def _dispatch_message(self, message: Message) -> None:
        """Let a message go that looks for widgets while the screen is being taken away."""
        try:
            await super()._dispatch_message(message)
        except NoMatches:
            if self.is_attached and not self._closing:
                raise


class Sheet(_LeftOnce[Result], ModalScreen[Result]):
    """A screen that lies over another and asks for something."""

    def render(self) -> RenderResult:  # type: ignore[override]  # any widget may return a visual
        """Let the screen below shine through."""
        found = super().render()
        if isinstance(found, BackgroundScreen):
            return Backdrop(found.screen, found.color)
        return found

    def action_leave(self) -> None:
        """Leave, and give nothing back."""
        self.dismiss(None)


class VadeScreen(_LeftOnce[Any]):
    """A screen that knows how much room it has."""

    HORIZONTAL_BREAKPOINTS = [
        (0, "-tiny"),
        (FLOOR[0], "-one"),
        (96, "-two"),
        (118, "-three"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (FLOOR[1], "-high")]
    VERBS: ClassVar[tuple[type[Verb], ...]] = ()
    """What can be done here, beside what can be done everywhere."""
    OTHER: ClassVar[str] = ""
    """The class that shows the second pane where there is room for one only."""

    @property
    def keymap(self) -> dict[str, str]:
        """Binding id to key, as the user has remapped them; widgets and screens only read it."""
        return dict(keys_in_force(self))

    def key_of(self, verb: type[Verb]) -> str:
        """The first key of a verb, as the user has it."""
        return key_of(verb, self.keymap)

    def hints(self, *pairs: Hint) -> Runs:
        """Keys and what they do, as the user has them."""
        return hints(*pairs, keymap=self.keymap)

    def on_next_pane(self) -> None:
        """Go to the next pane; where there is room for one only, it takes the other's place."""
        if self.OTHER:
            self.toggle_class(self.OTHER)
        self.call_after_refresh(self.focus_next)

    def on_previous_pane(self) -> None:
        """Go to the pane before."""
        if self.OTHER:
            self.toggle_class(self.OTHER)
        self.call_after_refresh(self.focus_previous)

    def leave_pane(self, first: str) -> bool:
        """Go from another pane back to the first; return whether one was in another."""
        pane = self.query_one(first)
        if pane.has_focus:
            return False
        if self.OTHER:
            self.remove_class(self.OTHER)
        pane.focus()
        return True

    def attempt(self, change: Callable[[], str]) -> bool:
        """Do something and say what came of it, or why it cannot be; return whether it was done."""
        try:
            self.post_message(Say(change()))
        except VadeError as error:
            self.post_message(Say(str(error), "warning"))
            return False
        return True

    @property
    def columns(self) -> int:
        """How many panes there is room for beside each other."""
        return 3 if self.has_class("-three") else 2 if self.has_class("-two") else 1
