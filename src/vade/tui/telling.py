"""An error that Vade raises on purpose is a toast, not the end of the screens."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from textual.message_pump import MessagePump

from vade.errors import VadeError
from vade.tui.requests import Say

__all__ = ["told", "told_later"]

S = TypeVar("S", bound=MessagePump)
P = ParamSpec("P")


def told(
    handler: Callable[Concatenate[S, P], object],
) -> Callable[Concatenate[S, P], None]:
    """Let a handler's `VadeError` be said to the user."""

    @wraps(handler)
    def safe(self: S, /, *args: P.args, **kwargs: P.kwargs) -> None:
        try:
            handler(self, *args, **kwargs)
        except VadeError as error:
            self.post_message(Say(str(error), "error"))

    return safe


def told_later(
    worker: Callable[Concatenate[S, P], Awaitable[object]],
) -> Callable[Concatenate[S, P], Awaitable[None]]:
    """Let a worker's `VadeError` be said to the user."""

    @wraps(worker)
    async def safe(self: S, /, *args: P.args, **kwargs: P.kwargs) -> None:
        try:
            await worker(self, *args, **kwargs)
        except VadeError as error:
            self.post_message(Say(str(error), "error"))

    return safe
