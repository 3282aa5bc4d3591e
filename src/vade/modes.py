"""The modes of the terminal, remembered for those who leave it in others."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

__all__ = ["modes"]


def modes() -> Callable[[], object]:
    """Return what puts the terminal's modes back as they are now; nothing where there is none."""
    try:
        import termios  # noqa: PLC0415  # not on every platform
    except ImportError:
        return lambda: None
    try:
        before = termios.tcgetattr(0)
    except (OSError, termios.error):
        return lambda: None

    def give_back() -> None:
        with suppress(OSError, termios.error):
            termios.tcsetattr(0, termios.TCSANOW, before)

    return give_back
