"""The terminal that is drawn on: taken, given back, stopped and woken in order."""

from __future__ import annotations

import os
import signal
import sys
import termios
from contextlib import suppress

from textual.drivers.linux_driver import LinuxDriver

__all__ = ["WakingDriver"]


class WakingDriver(LinuxDriver):
    """Textual's own, but for what goes wrong with a pipe, with Ctrl+S and with signals.

    Textual's takes every wake-up for one after a stop of its own: a process that was stopped from
    outside, or told to wake while it ran (as `timeout` does), would read its keys twice and take
    the screens' modes for those to give back. It also writes from within the signal's handler, to
    a queue whose lock the interrupted code may hold. Here both wait for the next turn of the loop.
    """

    _modes: list[int | list[bytes | int]] | None = None
    _drawing = False

    def start_application_mode(self) -> None:
        """Take the terminal."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        writer = self._writer_thread  # none was begun where the process is in the background
        self._drawing = writer is not None and writer.is_alive()

    def stop_application_mode(self) -> None:
        """Give the terminal back, but for its flow control.

        Something is still to be written: Ctrl+S typed now would hold that up, and the screens.
        """
        self._drawing = self._must_signal_resume = False
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

    def _sigtstp_application(self, *_: object) -> None:
        if self._auto_restart:
            with suppress(RuntimeError):  # the loop is closed: nothing is drawn any more
                self._loop.call_soon_threadsafe(self._stop)
                return
        os.kill(os.getpid(), signal.SIGSTOP)

    def _sigcont_application(self, *_: object) -> None:
        if self._auto_restart:
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._wake)

    def _stop(self) -> None:
        if self._drawing:
            self.suspend_application_mode()
            self._must_signal_resume = True
        os.kill(os.getpid(), signal.SIGSTOP)

    def _wake(self) -> None:
        """Take the terminal again, whatever became of it meanwhile."""
        if self._drawing and self._auto_restart:
            self.suspend_application_mode()
            self._must_signal_resume = True
        if self._must_signal_resume:
            self.resume_application_mode()
            self._app.refresh(layout=True)

    def _get_terminal_size(self) -> tuple[int, int]:
        """Ask standard error, which is drawn on: standard output may be a pipe."""
        try:
            columns, rows = os.get_terminal_size(sys.stderr.fileno())
        except (OSError, ValueError):
            return super()._get_terminal_size()
        return columns or 80, rows or 24
