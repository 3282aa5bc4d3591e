"""What the documentation says to type is typed, and prints what the documentation shows."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from docs.pages import PAGES, ROOT, check, run, steps

RUNNABLE = [page for page in PAGES if steps(page)]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for all pages: the index of the bundled pack is built once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def env(tmp_path: Path, cache: Path) -> Mapping[str, str]:
    """A user with an empty HOME, `vade` on the path and a name for git."""
    command = tmp_path / "bin" / "vade"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -W ignore -m vade "$@"\n')
    command.chmod(0o755)
    home = tmp_path / "home"
    home.mkdir()
    who = {"NAME": "Ada Ito", "EMAIL": "ada@example.org"}
    git = {f"GIT_{role}_{k}": v for role in ("AUTHOR", "COMMITTER") for k, v in who.items()}
    return {
        "HOME": str(home),
        "PATH": f"{command.parent}:{Path(sys.executable).parent}:{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join(p for p in sys.path if p),
        "LANG": "C.UTF-8",
        "USER": "ada",
        "TERM": "dumb",
        "VADE_CACHE_DIR": str(cache),
        "VADE_SOURCE": str(ROOT),
        **git,
    }


@pytest.mark.slow
@pytest.mark.xdist_group("docs")
@pytest.mark.parametrize("page", RUNNABLE, ids=lambda page: page.stem)
def test_the_commands_of_a_page_do_what_it_says(
    page: Path, tmp_path: Path, env: Mapping[str, str]
) -> None:
    project = tmp_path / "shop"
    project.mkdir()
    subprocess.run(["git", "init", "-q", "-b", "main"], cwd=project, check=True, env=env)
    every = steps(page)
    ran = run(every, project, env)
    wrong = [check(step, *done) for step, done in zip(every, ran, strict=False)]
    assert not list(filter(None, wrong)), "\n\n".join(filter(None, wrong))
    assert len(ran) == len(every)
