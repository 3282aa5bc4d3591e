"""The terminal's driver: the terminal that is drawn on, taken and given back."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from textual import constants
from textual.driver import Driver

__all__ = ["terminal_driver"]


def terminal_driver() -> type[Driver] | None:
    """Return the driver for this terminal; None for the one that Textual chooses."""
    if sys.platform == "win32" or constants.DRIVER is not None:
        return None
    import termios

    from textual.drivers.linux_driver import LinuxDriver

    class TerminalDriver(LinuxDriver):
        """Textual's own, but for what goes wrong with a pipe and with Ctrl+S."""

        _modes: list[int | list[bytes | int]] | None = None

        def _get_terminal_size(self) -> tuple[int, int]:
            """Ask standard error, which is drawn on: standard output may be a pipe."""
            try:
                columns, rows = os.get_terminal_size(sys.stderr.fileno())
            except (OSError, ValueError):
                return super()._get_terminal_size()
            return columns or 80, rows or 24

        def stop_application_mode(self) -> None:
            """Give the terminal back, but for its flow control.

            Something is still to be written: Ctrl+S typed now would hold that up, and the screens.
            """
            self._modes = self.attrs_before
            if self.attrs_before is not None:
                flags, *others = self.attrs_before
                self.attrs_before = [flags & ~termios.IXON, *others]
            super().stop_application_mode()

        def close(self) -> None:
            """Write the rest, then give the flow control back."""
            super().close()
            if self._modes is not None:
                with suppress(termios.error):
                    termios.tcsetattr(self.fileno, termios.TCSANOW, self._modes)

    return TerminalDriver
