"""Streams that are closed or full, and what a person who walks a review is told."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell closes the streams")

CHECKLIST = (
    "---\nname: small\ntitle: Small\n---\n\n# Small\n\n## Checklist\n\n- [ ] **One**: holds.\n"
)


def shell(home: Path, command: str) -> subprocess.CompletedProcess[str]:
    env = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "VADE_"))}
    line = f'vade() {{ "{sys.executable}" -m vade "$@"; }}; {command}'
    return subprocess.run(
        ["/bin/sh", "-c", line], cwd=home, env={**env, "HOME": str(home)},
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


@pytest.mark.parametrize("command", ["vade <&-", "vade pick x <&-"])
def test_screens_without_any_input_say_that_they_need_a_terminal(
    tmp_path: Path, command: str
) -> None:
    ran = shell(tmp_path, command)
    assert ran.returncode == 2
    assert "needs a terminal" in ran.stderr or "need a terminal" in ran.stderr


@pytest.mark.parametrize("closed", [">&-", "2>&-"])
def test_a_closed_output_is_no_error(tmp_path: Path, closed: str) -> None:
    ran = shell(tmp_path, f"vade paths {closed}")
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_said_once_and_in_words(tmp_path: Path) -> None:
    ran = shell(tmp_path, "vade paths >/dev/full")
    assert ran.returncode == 2
    assert ran.stderr == "vade: the output cannot be written: No space left on device\n"


def test_a_long_query_is_not_repeated_whole(tmp_path: Path) -> None:
    (tmp_path / "small.md").write_text(CHECKLIST, encoding="utf-8")
    ran = shell(tmp_path, f"vade --pack small.md --only search {'q' * 5000}")
    assert ran.returncode == 1
    assert len(ran.stderr) < 1000


def test_walking_without_any_input_ends_and_confirming_says_what_was_saved(tmp_path: Path) -> None:
    (tmp_path / "small.md").write_text(CHECKLIST, encoding="utf-8")
    (tmp_path / "answers.txt").write_text("c\n", encoding="utf-8")
    small = "vade --pack small.md --only review"
    began = shell(tmp_path, f"{small} start && {small} walk <&-")
    assert began.returncode == 0, began.stderr
    done = shell(tmp_path, f"{small} answer one pass && {small} finish && {small} start")
    assert done.returncode == 0, done.stderr
    walked = shell(tmp_path, f"{small} walk --answers answers.txt")
    assert "  pass, saved" in walked.stdout.splitlines(), walked.stdout + walked.stderr
