"""The documented example is what Vade writes, and the documented hook works."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from review.repository import commit, git, repository
from vade.review.model import Answer, Review, State
from vade.review.record.render import render

DOCS = Path(__file__).parents[2] / "docs"


def test_the_example_of_the_format_is_what_is_written(review: Review) -> None:
    page = (DOCS / "record-format.md").read_text(encoding="utf-8")
    example = page.split("<!-- example -->\n")[1].split("<!-- /example -->")[0]
    assert example == f"````markdown\n{render(review)}````\n"


def test_the_documented_hook_lets_only_a_reviewed_head_be_pushed(
    tmp_path: Path, review: Review
) -> None:
    shop = repository(tmp_path / "shop")
    bare = tmp_path / "bare"
    git(tmp_path, "init", "-q", "--bare", str(bare))
    git(shop, "remote", "add", "origin", str(bare))
    page = (DOCS / "gate.md").read_text(encoding="utf-8")
    hook = shop / ".git" / "hooks" / "pre-push"
    source = re.findall(r"```sh\n(#!/bin/sh\n.*?)```", page, re.DOTALL)[0]
    command = f"{sys.executable} -W ignore -m vade"
    hook.write_text(source.replace("exec vade", f"exec {command}"), encoding="utf-8")
    hook.chmod(0o755)
    assert push(shop).returncode != 0
    passed = tuple(replace(i, answer=Answer(State.PASS)) for i in review.items)
    done = replace(review, items=passed, commit=git(shop, "rev-parse", "HEAD"))
    commit(shop, "record", docs_reviews_r_md=render(done))
    assert push(shop).returncode == 0
    commit(shop, "more", src_c_py="c")
    assert push(shop).returncode != 0


def push(shop: Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    return subprocess.run(
        ["git", "-C", str(shop), "push", "-q", "origin", "HEAD"],
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
