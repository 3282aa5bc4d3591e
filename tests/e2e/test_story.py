"""The whole story of a review, as a shell script that people can read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

STORY = Path(__file__).with_name("review-story.sh")


@pytest.mark.slow
def test_the_story_of_a_review_comes_to_its_end(tmp_path: Path) -> None:
    vade = tmp_path / "bin" / "vade"
    vade.parent.mkdir()
    vade.write_text(f'#!/bin/sh\nexec {sys.executable} -m vade "$@"\n', encoding="utf-8")
    vade.chmod(0o755)
    env = {
        **os.environ,
        "PATH": f"{vade.parent}:{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join(p for p in sys.path if p),
        "TMPDIR": str(tmp_path),
    }
    done = subprocess.run(
        ["bash", str(STORY)], env=env, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "\nopen: " in done.stdout
