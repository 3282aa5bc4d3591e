"""Signals that end the screens: until they are up one is kept, so that none leaves them half up."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

__all__ = ["ENDS", "Told", "end_surely", "kept"]

ENDS = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name)
)
"""Signals that end the screens in order."""


_LONGEST = 8.0
"""Seconds that leaving in order may take: a terminal that is gone can hold it up for ever."""


def end_surely(number: int) -> None:
    """See to it that the process ends of a signal, in order or, after some seconds, without."""
    last = threading.Timer(_LONGEST, os._exit, (128 + number,))
    last.daemon = True
    last.start()


class Told:
    """The signal that came before anybody could act on it."""

    number = 0
    """0 where none came."""

    def take(self, number: int, _: FrameType | None) -> None:
        """Keep a signal."""
        self.number = number
        end_surely(number)


@contextmanager
def kept() -> Iterator[Told]:
    """Keep signals that would end the process on the spot, with the terminal in any mode."""
    told = Told()
    before = {}
    with suppress(ValueError):  # not the main thread: signals are somebody else's business
        before = {number: signal.signal(number, told.take) for number in ENDS}
    try:
        yield told
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
