"""A wheel in an empty environment, with no source tree, runs the whole path."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
REPOSITORY = Path(__file__).parents[2]
Vade = Callable[..., subprocess.CompletedProcess[str]]


def run(*command: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command], check=True, capture_output=True, text=True, **options
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, REPOSITORY)
    return next(folder.glob("vade-*.whl"))


@pytest.fixture(scope="module")
def vade(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Vade:
    home = tmp_path_factory.mktemp("home")
    venv.create(home / "env", with_pip=True)
    run(home / "env/bin/pip", "install", "-q", wheel)
    project = home / "shop"
    (project / ".vade").mkdir(parents=True)
    env = {"HOME": str(home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}

    def call(*arguments: str) -> subprocess.CompletedProcess[str]:
        return run(home / "env/bin/vade", *arguments, cwd=project, env=env)

    return call


def test_the_wheel_carries_the_agent_and_the_content(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "vade/_bundled/agents/backend-specialist.md" in names
    assert any(name.startswith("vade/_bundled/content/skills/") for name in names)
    assert len([n for n in names if n.endswith("backend-specialist.md")]) == 1
    assert [n for n in names if n.endswith(".tcss")]


def test_the_installed_command_searches_the_bundled_content(vade: Vade) -> None:
    hits = json.loads(vade("search", "rate lim", "--json").stdout)["hits"]
    assert hits[0]["title"] == "Rate Limiting"
    assert "_bundled" in hits[0]["path"]


def test_the_installed_command_writes_a_record(vade: Vade) -> None:
    vade("review", "start")
    vade("review", "answer", "sql-injection", "fail", "--reason", "Names are formatted in.")
    exported = Path(vade("review", "export").stdout.strip().splitlines()[-1])
    assert "**SQL Injection** · fail" in exported.read_text(encoding="utf-8")


def test_two_builds_have_the_same_bytes(wheel: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", tmp_path, REPOSITORY)
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()
