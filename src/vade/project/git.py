"""The one place that starts git, such that nothing of the repository is executed.

A repository's own configuration can name programs (fsmonitor, filters, hooks, external diffs,
textconv, ssh commands for missing objects). Only plumbing that looks at commits is run here, with
every such door shut and the environment's `GIT_*` gone.
"""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from vade.programs import which

__all__ = ["Git", "GitAnswer", "is_commit"]

_SHUT = (
    "protocol.allow=never",
    "core.sshCommand=false",
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.pager=cat",
    "core.quotePath=false",
    "log.showSignature=false",
)
_SAFE = frozenset(
    {"rev-parse", "merge-base", "diff-tree", "rev-list", "cat-file", "ls-tree", "config"}
)
_SECONDS = 20
_COMMIT = re.compile(r"[0-9a-f]{7,64}")


@dataclass(frozen=True, slots=True)
class GitAnswer:
    """What git printed, and whether it was content."""

    ok: bool
    out: bytes = b""
    error: str = ""

    @property
    def text(self) -> str:
        """The output as text, without the final newline."""
        return self.out.decode("utf-8", "replace").rstrip("\n")


@dataclass(frozen=True, slots=True)
class Git:
    """Git on one repository, read only."""

    root: Path

    def run(self, command: str, *args: str, limit: int = 64_000_000) -> GitAnswer:
        """Run one plumbing command; anything that goes wrong is an answer that is not `ok`."""
        if command not in _SAFE:
            raise ValueError(command)
        program = which("git", os.environ)
        if not program:
            return GitAnswer(ok=False, error="git is not installed")
        shut = [part for setting in _SHUT for part in ("-c", setting)]
        line = [program, "--no-pager", "-C", str(self.root), *shut, command, *args]
        try:
            done = subprocess.run(
                line,
                capture_output=True,
                check=False,
                env=_environment(),
                stdin=subprocess.DEVNULL,
                timeout=_SECONDS,
            )
        except subprocess.TimeoutExpired:
            return GitAnswer(ok=False, error=f"git took more than {_SECONDS} s")
        except OSError as error:
            return GitAnswer(ok=False, error=f"git cannot be run: {error.strerror}")
        if len(done.stdout) > limit:
            return GitAnswer(ok=False, error="git answered more than can be read")
        return GitAnswer(done.returncode == 0, done.stdout, _reason(done.stderr))


def is_commit(text: str) -> bool:
    """Whether `text` is the id of a commit, or how one begins, and no name or option."""
    return _COMMIT.fullmatch(text) is not None


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "LC_ALL": "C",
    }


def _reason(stderr: bytes) -> str:
    text = stderr.decode("utf-8", "replace").strip()
    if "dubious ownership" in text:
        return "git refuses this folder: it belongs to another user (safe.directory)"
    return text.split("\n", 1)[0]
