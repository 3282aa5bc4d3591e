"""A program in a pseudo-terminal: every byte it writes, and the screen that they paint."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import pyte

__all__ = ["PATIENCE", "Terminal"]

_PRIVATE = re.compile(rb"\x1b\[[?<=>][\d;]*\$?[a-zA-Z~]")
"""Modes and questions that paint nothing; the emulator does not know all of them."""
_TORN = re.compile(rb"\x1b[^a-zA-Z~\x07\\]*\Z")
PATIENCE = 90.0
"""Seconds that anything may take on a machine with other work to do."""


class Terminal:
    """Runs a command as the leader of its own session on a terminal of its own."""

    def __init__(
        self,
        command: Sequence[str],
        cwd: Path,
        env: Mapping[str, str],
        size: tuple[int, int] = (100, 30),
    ) -> None:
        """Start `command`; `size` is columns and lines."""
        self.master, self.slave = os.openpty()
        self.raw = bytearray()
        self._painted = 0
        self._columns, self._lines = size
        self._window(size)
        self.before = termios.tcgetattr(self.slave)
        self._emulate(size)
        self.process = subprocess.Popen(
            command,
            cwd=cwd,
            env=dict(env),
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509
        )
        os.set_blocking(self.master, False)

    @property
    def text(self) -> str:
        """What is on the screen."""
        self._paint()
        return "\n".join(self._screen.display)

    @property
    def running(self) -> bool:
        """Whether the program has not ended."""
        return self.process.poll() is None

    @property
    def restored(self) -> bool:
        """Whether the terminal's modes are what they were before the program began."""
        return termios.tcgetattr(self.slave)[:4] == self.before[:4]

    def send(self, keys: str) -> None:
        """Type keys, as fast as a program that runs takes them."""
        data = keys.encode("utf-8", "surrogateescape")
        deadline = time.monotonic() + PATIENCE
        while data and self.running:
            assert time.monotonic() < deadline, f"it takes no keys:\n{self.text}"
            with suppress(BlockingIOError):
                data = data[os.write(self.master, data) :]
            self.read(0)

    def read(self, seconds: float = 0.05) -> bool:
        """Take what the program wrote; wait for it as long as `seconds`."""
        ready, _, _ = select.select([self.master], [], [], seconds)
        if not ready:
            return False
        try:
            self.raw += os.read(self.master, 65536)
        except OSError:
            return False
        return True

    def until(self, true: Callable[[str], object], seconds: float = PATIENCE) -> str:
        """Wait until the screen is as wanted, and return it."""
        deadline = time.monotonic() + seconds
        while True:
            while self.read():
                pass
            text = self.text
            if true(text):
                return text
            assert time.monotonic() < deadline, f"it never came true:\n{text}"
            assert self.running or self.read(0.2), f"it ended {self.process.returncode}:\n{text}"

    def shows(self, *words: str) -> str:
        """Wait until all `words` are on the screen, and return it."""
        return self.until(lambda text: all(word in text for word in words))

    def forget(self) -> None:
        """Keep nothing of what was written so far, which would fill the memory in a long run."""
        self.raw.clear()
        self._painted = 0

    def rest(self, seconds: float = 0.25) -> None:
        """Wait until nothing more is painted for a while."""
        for _ in range(400):
            if not self.read(seconds):
                return

    def leave(self) -> None:
        """Quit, as often as it takes: a key behind an escape may be taken for a part of it."""
        for _ in range(60):
            self.send("\x11")
            self.rest(0.5)
            if not self.running:
                break
        assert self.ended() == 0, self.text

    def resize(self, columns: int, lines: int) -> None:
        """Change the size of the window; what was painted before is forgotten."""
        self._window((columns, lines))
        self._painted = len(self.raw)
        self._emulate((columns, lines))
        with suppress(ProcessLookupError):
            self.process.send_signal(signal.SIGWINCH)

    def ended(self, seconds: float = PATIENCE) -> int:
        """Wait for the end; return the exit status as a shell counts it."""
        deadline = time.monotonic() + seconds
        while self.running:
            self.read()
            assert time.monotonic() < deadline, f"it does not end:\n{self.text}"
        while self.read(0):
            pass
        code = self.process.returncode
        return code if code >= 0 else 128 - code

    def close(self) -> None:
        """End the program if it has not, and give the terminal back."""
        if self.running:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        for handle in (self.master, self.slave):
            with suppress(OSError):
                os.close(handle)

    def __enter__(self) -> Terminal:
        """Use it in a `with`."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    def _window(self, size: tuple[int, int]) -> None:
        columns, lines = size
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def _emulate(self, size: tuple[int, int]) -> None:
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)

    def _paint(self) -> None:
        """Give what came to the emulator, but for a sequence that is not all here yet."""
        data = bytes(self.raw[self._painted :])
        torn = _TORN.search(data)
        data = data[: torn.start()] if torn else data
        self._painted += len(data)
        self._stream.feed(_PRIVATE.sub(b"", data))
