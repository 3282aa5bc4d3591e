"""Commands without a process of their own: starting one takes longer than what it does."""

from __future__ import annotations

import io
import subprocess
from contextlib import redirect_stderr, redirect_stdout

from vade.cli import _status


def vade(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `vade` here and return what a process would have printed and left with."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        status = _status([*arguments])
    said = []
    for stream in (out, err):
        stream.flush()
        stream.seek(0)
        said.append(stream.read())
    return subprocess.CompletedProcess(arguments, status, *said)
