"""Signals that end the screens: in order where that can be, and surely where it cannot."""

from __future__ import annotations

import _thread
import asyncio
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from vade.modes import modes

__all__ = ["ENDS", "LONGEST", "Told", "kept", "put_off"]

ENDS = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name)
)
"""Signals that end the screens in order."""

LONGEST = 8.0
"""Seconds that leaving in order may take: a terminal that is gone can hold it up for ever."""


class Told:
    """The signal that ends the screens, from whenever it came."""

    def __init__(self, give_back: Callable[[], object] = lambda: None) -> None:
        """Nothing came yet; `give_back` puts the terminal's modes back at an end without order."""
        self.number = 0
        """0 where none came."""
        self._give_back = give_back

    def take(self, number: int, _: FrameType | None = None) -> None:
        """Keep a signal, and end the process of it after some seconds if nobody does in order.

        The interpreter may stand anywhere, so a thread is begun without any lock: `threading` has
        one that the interrupted code may hold.
        """
        if not self.number:
            self.number = number
            _thread.start_new_thread(self._end, ())

    def act(self, end: Callable[[int], object]) -> None:
        """Have the running loop do `end` at the first signal, or now if it has come.

        The loop alone would not do: what holds it up would hold up the end as well.
        """
        loop = asyncio.get_running_loop()
        for number in ENDS:
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, end, number)
                signal.signal(number, self.take)
        if self.number:
            end(self.number)

    def _end(self) -> None:
        time.sleep(LONGEST)
        self._give_back()
        os._exit(128 + self.number)


@contextmanager
def kept() -> Iterator[Told]:
    """Keep signals that would end the process on the spot, with the terminal in any mode."""
    told = Told(modes())
    with _handled(told.take):
        yield told


@contextmanager
def put_off() -> Iterator[None]:
    """Let a program that has the terminal finish before a signal is heard."""
    heard: list[int] = []
    try:
        with _handled(lambda number, _: heard.append(number)):
            yield
    finally:
        for number in heard[:1]:
            signal.raise_signal(number)


@contextmanager
def _handled(handler: Callable[[int, FrameType | None], object]) -> Iterator[None]:
    before = {}
    with suppress(ValueError):  # not the main thread: signals are somebody else's business
        before = {number: signal.signal(number, handler) for number in ENDS}
    try:
        yield
    finally:
        for number, former in before.items():
            signal.signal(number, former)
