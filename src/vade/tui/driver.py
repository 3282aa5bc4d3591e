"""Which driver draws the screens."""

from __future__ import annotations

import sys

from textual import constants
from textual.driver import Driver

__all__ = ["terminal_driver"]


def terminal_driver() -> type[Driver] | None:
    """Return the driver for this terminal; None for the one that Textual chooses."""
    if sys.platform == "win32" or constants.DRIVER is not None:
        return None
    from vade.tui.waking_driver import WakingDriver

    return WakingDriver
