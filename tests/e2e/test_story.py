"""The whole story of a review, as a shell script that people can read."""

from __future__ import annotations

from pathlib import Path

import pytest

from e2e.conftest import Run

STORY = Path(__file__).with_name("review-story.sh")


@pytest.mark.slow
def test_the_story_of_a_review_comes_to_its_end(run: Run, tmp_path: Path) -> None:
    done = run("bash", str(STORY), cwd=tmp_path)
    assert "\nopen: " in done.stdout
