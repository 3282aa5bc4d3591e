"""What the app does for fast hands: each key goes where the one before it led."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from typing import Any

from textual.app import App
from textual.events import Event, Key, Paste
from textual.message_pump import MessagePump

__all__ = ["Pacing"]

_PASSES = 3
"""How often they are asked: who is in focus, a screen that was opened, who is in focus then."""
_LONGEST = 1.0
"""Seconds after which the next key no longer waits."""


class Pacing(App[str], inherit_bindings=False):
    """The part of the app that hands out keys one after the other.

    Textual sends a key to what is in focus when the key arrives. Of keys that arrive together, all
    would go to the text box that the first of them closes.
    """

    _turn: Event | None = None
    """What is being acted on."""

    async def on_event(self, event: Event) -> None:
        """Let keys and pastes wait until what came before them is done."""
        if not isinstance(event, (Key, Paste)) or event.is_forwarded:
            await super().on_event(event)
        elif self._turn is None or event is self._turn:
            self._turn = event
            await super().on_event(event)
            asyncio.create_task(self._next_turn())  # noqa: RUF006  # it ends within a second
        else:
            self._waiting.append(event)

    @cached_property
    def _waiting(self) -> deque[Event]:
        return deque()

    async def _next_turn(self) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._quiet(), _LONGEST)
        self._turn = self._waiting.popleft() if self._waiting else None
        if self._turn is not None:
            self.post_message(self._turn)

    async def _quiet(self) -> None:
        """Wait until nothing is left to be done for what was handed out."""
        for _ in range(_PASSES):
            for node in tuple(self._concerned()):
                done = asyncio.Event()
                if node.call_later(done.set):
                    await done.wait()

    def _concerned(self) -> Iterator[MessagePump]:
        """Whoever acts on a key, in the order in which it is passed on."""
        if self.screen_stack:
            focused: Any = self.focused or self.screen
            yield from focused.ancestors_with_self
