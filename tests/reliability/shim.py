"""The library of C that makes system calls fail, and the errors it is asked for."""

from __future__ import annotations

import errno
import shutil
import subprocess
from pathlib import Path

import pytest

from reliability.figures import FULL

__all__ = ["ERRORS", "build", "needs_gcc"]

_GCC = shutil.which("gcc") or ""
needs_gcc = pytest.mark.skipif(not _GCC, reason="needs gcc")
ERRORS = (errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EROFS) if FULL else (errno.ENOSPC,)


def build(folder: Path) -> Path:
    """Compile it, and return where it is."""
    made = folder / "fault.so"
    source = Path(__file__).with_name("fault.c")
    command = [_GCC, "-shared", "-fPIC", "-O1", "-w", "-o", str(made), str(source), "-ldl"]
    subprocess.run(command, check=True, capture_output=True)
    return made
