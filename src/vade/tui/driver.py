"""The terminal's driver while standard output is a pipe, as in `code=$(vade pick)`."""

from __future__ import annotations

import os
import sys

from textual.driver import Driver

__all__ = ["piped_driver"]


def piped_driver() -> type[Driver] | None:
    """Return a driver that asks the terminal it draws on for its size; None for Textual's own."""
    if sys.platform == "win32" or sys.stdout.isatty():
        return None
    from textual.drivers.linux_driver import LinuxDriver

    class PipedDriver(LinuxDriver):
        """Draws on standard error, so that is the terminal to ask."""

        def _get_terminal_size(self) -> tuple[int, int]:
            try:
                columns, rows = os.get_terminal_size(sys.stderr.fileno())
            except (OSError, ValueError):
                return super()._get_terminal_size()
            return columns or 80, rows or 24

    return PipedDriver
