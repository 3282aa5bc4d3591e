"""What a process of its own needs: to open an index, to answer first, and in memory."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Seen", "opening"]

_PROGRAM = """
import json, re, sys, time
from pathlib import Path
from benchmarks.traces import keystrokes
from vade.search.search import Search
search = Search(Path(sys.argv[1]))
began = time.perf_counter()
search.open()
opened = time.perf_counter() - began
search.query("connection po", limit=60, typing=True)
answered = time.perf_counter() - began
for text in keystrokes():
    search.query(text, limit=60, typing=True)
peak = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
print(json.dumps([opened, answered, peak]))
"""
_TIMES = 5


@dataclass(frozen=True)
class Seen:
    """Milliseconds, and MB."""

    opened: float
    answered: float
    peak: float


def opening(index: Path) -> Seen:
    """Return the medians of some processes that open `index` and search in it."""
    root = str(Path(__file__).parent.parent)
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [root, *sys.path]))}
    runs = []
    for _ in range(_TIMES):
        ran = subprocess.run(
            [sys.executable, "-c", _PROGRAM, str(index)],
            capture_output=True, text=True, check=True, env=env,
        )  # fmt: skip
        runs.append(json.loads(ran.stdout))
    opened, answered, peak = (statistics.median(column) for column in zip(*runs, strict=True))
    return Seen(1e3 * opened, 1e3 * answered, peak / 1024)
