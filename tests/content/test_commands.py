"""The searches that checks tell one to run are searches that ripgrep and the shell understand."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from vade.library import Library
from vade.library.entry import Kind

FOLDERS = (
    "dist",
    "test",
    "src",
    "app",
    "tests",
    "migrations",
    "templates",
    "lib",
    "docs",
    ".github/workflows",
)
COMMAND = re.compile(r"(`+)(?!`)\s*(rg .*?)\s*(?<!`)\1(?!`)", re.DOTALL)
LINE = re.compile(
    r"(`+)(?!`)\s*((?:[A-Z_]+=\S+ )?(?:rg|git|curl|grep|redis-cli|psql|docker|npm|npx|kubectl"
    r"|for|while|seq|diff|python|df|pip-audit|openssl|nc|pgbench|trivy|kill) .*?)\s*(?<!`)\1(?!`)",
    re.DOTALL,
)

pytestmark = pytest.mark.skipif(shutil.which("rg") is None, reason="ripgrep is not installed")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A project with a file in each folder that a command may name."""
    for name in FOLDERS:
        (tmp_path / name).mkdir(parents=True)
        for file in ("a.py", "a.ts", "a.sql", "a.yml", "service.ts"):
            (tmp_path / name / file).write_text("nothing\n")
    for name in (
        "package.json",
        "package-lock.json",
        "pyproject.toml",
        "openapi.yaml",
        "Dockerfile",
        "app.log",
    ):
        (tmp_path / name).write_text("{}\n")
    return tmp_path


def searches(library: Library) -> list[tuple[str, str]]:
    checks = [e for e in library.entries if e.kind is Kind.CHECK]
    return [(c.id, found[2]) for c in checks for found in COMMAND.finditer(c.hint("How to check"))]


def test_the_shell_can_read_every_command(library: Library) -> None:
    checks = [e for e in library.entries if e.kind is Kind.CHECK]
    found = [(c.id, m[2]) for c in checks for m in LINE.finditer(c.hint("How to check"))]
    assert len(found) > 150
    faults = []
    for name, command in found:
        done = subprocess.run(
            ["bash", "-n", "-c", command], capture_output=True, text=True, check=False
        )
        if done.returncode:
            faults.append((name, command, done.stderr.strip()))
    assert faults == []


def test_every_search_runs(library: Library, tree: Path) -> None:
    commands = searches(library)
    assert len(commands) > 20
    faults = []
    for name, command in commands:
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=tree,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        if done.stderr and "No files were searched" not in done.stderr:
            faults.append((name, command, done.stderr.strip()))
    assert faults == []
