"""Seen from outside: in a hostile repository Vade starts git and nothing else."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from project.test_facts import hostile
from review.repository import repository

STRACE = shutil.which("strace") or ""
CODE = """
import sys
from pathlib import Path
from vade.project import find_project
from vade.project.changes import changed_files
from vade.project.history import age_of, first_commit
git = find_project(Path.cwd()).git
changed_files(Path.cwd(), git.base, git.head)
age_of(Path.cwd(), git.base, "docs/reviews")
first_commit(Path.cwd())
"""


@pytest.mark.slow
@pytest.mark.skipif(not STRACE, reason="needs the program strace")
def test_only_git_is_started(tmp_path: Path) -> None:
    shop = repository(tmp_path / "shop")
    hostile(shop, tmp_path / "canary")
    log = tmp_path / "log"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    command = [STRACE, "-f", "-qq", "-e", "trace=execve", "-o", str(log), sys.executable]
    subprocess.run([*command, "-W", "ignore", "-c", CODE], cwd=shop, env=env, check=True)
    started = re.findall(r'execve\("([^"]*)".* = 0$', log.read_text("utf-8"), re.MULTILINE)
    assert started.count(shutil.which("git")) >= 5
    assert set(started) == {sys.executable, shutil.which("git")}
