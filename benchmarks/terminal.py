"""A program in a terminal of its own, timed from a key to the last byte that it paints."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Taken", "Terminal", "furnished"]

_QUIET = 0.12
"""Seconds without a byte after which a screen counts as painted."""
_LATEST = 3.0
"""Seconds that the first byte may take."""
_STYLE = re.compile(rb"\x1b\[[0-9;?]*[a-zA-Z]")


def furnished(home: Path) -> tuple[Path, Path]:
    """Write a quiet configuration into a home folder; return it and a project in it."""
    project = home / "project"
    (project / ".git").mkdir(parents=True)
    (project / ".git/HEAD").write_text("ref: refs/heads/main\n")
    (home / "config").mkdir()
    (home / "config/config.toml").write_text('[ui]\nhint = false\ntheme = "vade-dark"\n')
    return home, project


@dataclass(frozen=True, slots=True)
class Taken:
    """What something took."""

    wall: float
    """Seconds on the clock."""
    processor: float
    """Seconds of computing: what stays the same on a machine that others use too."""


class Terminal:
    """Runs Python code in a terminal of 120 by 36; it writes lines `what seconds` into a file."""

    def __init__(self, code: str, home: Path, cwd: Path | None = None, **env: str) -> None:
        """Start the code."""
        self._said = home / "said"
        self._said.write_text("")
        self._painted = b""
        master, slave = pty.openpty()
        subprocess.run(("stty", "rows", "36", "cols", "120"), stdin=slave, check=True)
        self.began = time.time()
        self._child = subprocess.Popen(
            (sys.executable, "-c", code),
            stdin=slave, stdout=slave, stderr=slave, cwd=cwd,
            env={**_environment(home), "SAID": str(self._said), **env},
        )  # fmt: skip
        os.close(slave)
        self._master = master

    def until(self, what: str, seconds: float = 120) -> Taken:
        """Read until the code says `what`; return what it took from the start."""
        deadline = time.time() + seconds
        while time.time() < deadline:
            self._read(0.005)
            if what in (said := self.said()):
                return said[what]
            if self._child.poll() is not None and what not in self.said():
                raise RuntimeError(f"it ended without {what}")
        raise TimeoutError(what)

    def shows(self, words: bytes, seconds: float = 120) -> Taken:
        """Read until `words` stand in what was painted; return what it took from the start."""
        deadline = time.time() + seconds
        while words not in _STYLE.sub(b"", self._painted):
            if time.time() > deadline:
                raise TimeoutError(words)
            self._painted += self._read(0.005)
        return Taken(time.time() - self.began, self.processor())

    def said(self) -> Mapping[str, Taken]:
        """What the code said so far, and what that took from the start."""
        lines = [line.split() for line in self._said.read_text().splitlines()]
        return {n: Taken(float(t) - self.began, float(p)) for n, t, p in lines}

    def settle(self) -> float:
        """Read until nothing is painted any more; return when the last byte came."""
        last = time.perf_counter()
        while self._read(_QUIET):
            last = time.perf_counter()
        return last

    def press(self, key: str) -> Taken:
        """Press a key; return what it took until the last byte of what it paints."""
        began, used = time.perf_counter(), self.processor()
        os.write(self._master, key.encode())
        first = self._read(_LATEST)
        end = self.settle() if first else began
        return Taken(end - began, self.processor() - used)

    def processor(self) -> float:
        """The seconds that the process has computed, in all its threads."""
        tasks = Path(f"/proc/{self._child.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9

    def memory(self) -> int:
        """The resident bytes of the process."""
        status = Path(f"/proc/{self._child.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) * 1024

    def end(self, seconds: float = 3) -> None:
        """Wait so long for the end, then bring it about."""
        deadline = time.time() + seconds
        while self._child.poll() is None and time.time() < deadline:
            self._read(0.01)
        if self._child.poll() is None:
            self._child.terminate()
            while self._child.poll() is None:
                self._read(0.01)
        os.close(self._master)

    def _read(self, seconds: float) -> bytes:
        if not select.select([self._master], [], [], seconds)[0]:
            return b""
        try:
            return os.read(self._master, 1 << 20)
        except OSError:
            time.sleep(0.005)
            return b""


def _environment(home: Path) -> dict[str, str]:
    """The environment of a user: folders of its own, and modules compiled once, as installed."""
    kinds = ("config", "data", "state", "cache")
    return {
        **{k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"},
        **{f"VADE_{kind.upper()}_DIR": str(home / kind) for kind in kinds},
        "HOME": str(home),
        "PYTHONPYCACHEPREFIX": str(home / "compiled"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }
