"""`vade` as people run it: a command on the path, in a folder of theirs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def env(tmp_path: Path) -> Mapping[str, str]:
    """An environment with `vade` on its path and git users who have names."""
    command = tmp_path / "bin" / "vade"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m vade "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return {
        **os.environ,
        "PATH": f"{command.parent}:{Path(sys.executable).parent}:{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join(p for p in sys.path if p),
        "TMPDIR": str(tmp_path),
        "GIT_AUTHOR_NAME": "Ada Ito",
        "GIT_AUTHOR_EMAIL": "ada@example.org",
        "GIT_COMMITTER_NAME": "Ada Ito",
        "GIT_COMMITTER_EMAIL": "ada@example.org",
    }


@pytest.fixture
def run(env: Mapping[str, str]) -> Run:
    """Run a command in a folder; it must succeed unless `ok` is false."""

    def go(*command: str, cwd: Path, ok: bool = True) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            command, cwd=cwd, env=env, capture_output=True, text=True, check=False, timeout=120
        )
        assert (done.returncode == 0) == ok, f"{command}: {done.stdout}{done.stderr}"
        return done

    return go
