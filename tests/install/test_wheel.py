"""A wheel in an empty environment, with no source tree, runs the whole path."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("install")]
REPOSITORY = Path(__file__).parents[2]
ITEMS = (
    *("input-validation", "error-handling", "authentication", "authorization", "response-format"),
    *("logging", "rate-limiting", "environment-variables", "tests"),
)
Vade = Callable[..., subprocess.CompletedProcess[str]]


def run(*command: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    asked = {"check": True, "capture_output": True, "text": True, **options}
    return subprocess.run([str(part) for part in command], **asked)  # noqa: PLW1510


def offline() -> list[str]:
    """What to put before a command to cut it off from the network; nothing where it cannot be."""
    cut = ["unshare", "--map-root-user", "--net"]
    able = shutil.which("unshare") and run(*cut, "true", check=False).returncode == 0
    return cut if able else []


def caller(home: Path, program: list[str | Path]) -> Vade:
    """Return a function that runs `vade` in a project of an otherwise empty HOME, offline."""
    project = home / "shop"
    project.mkdir(parents=True)
    (project / "orders.py").write_text("x = 1\n")
    who = {"NAME": "Ada Ito", "EMAIL": "ada@example.org"}
    git = {f"GIT_{role}_{k}": v for role in ("AUTHOR", "COMMITTER") for k, v in who.items()}
    env = {"HOME": str(home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8", **git}
    for line in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "Orders"]):
        run("git", *line, cwd=project, env=env)
    before = offline()

    def call(*arguments: str, status: int = 0) -> subprocess.CompletedProcess[str]:
        done = run(*before, *program, *arguments, cwd=project, env=env, check=False)
        assert done.returncode == status, f"{arguments}: {done.stdout}{done.stderr}"
        return done

    return call


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, REPOSITORY)
    return next(folder.glob("vade-*.whl"))


@pytest.fixture(scope="module")
def home(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A HOME beside an environment that has the wheel and what it asks for, and no more."""
    base = tmp_path_factory.mktemp("base")
    venv.create(base / "env", with_pip=True)
    run(base / "env/bin/pip", "install", "-q", wheel)
    return base / "home"


@pytest.fixture(scope="module")
def vade(home: Path) -> Vade:
    return caller(home, [home.parent / "env/bin/vade"])


def gate_at_the_end_of_the_path(vade: Vade) -> str:
    """Five searches, a page, a pack of one's own, and a review to a gate; return what it says."""
    for query in ("rate lim", "sql injection", "kind:pattern pool", "HTTPException", "422"):
        assert json.loads(vade("search", query, "--json").stdout)["hits"]
    hits = json.loads(vade("search", "rate lim", "--json").stdout)["hits"]
    assert hits[0]["title"] == "Rate Limiting"
    assert "_bundled" in hits[0]["path"]
    assert "## Key points" in vade("show", "vade:rate-limiting").stdout
    vade("new", "checklist", "Mobile release", "--in", ".vade")
    vade("library", "check", "--strict", ".vade")
    vade("paths", "--check")
    vade("review", "start", "--checklist", "backend-specialist/review-checklist")
    vade("review", "answer", "sql-injection", "fail", "--reason", "Names are formatted in.")
    for item in ITEMS:
        vade("review", "answer", item, "pass")
    vade("review", "finish")
    exported = Path(vade("review", "export").stdout.strip().splitlines()[-1])
    assert "**SQL Injection** · fail" in exported.read_text(encoding="utf-8")
    return vade("review", "gate", "--last", status=1).stdout


def test_the_wheel_carries_the_agent_and_the_content(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "vade/_bundled/agents/backend-specialist.md" in names
    assert any(name.startswith("vade/_bundled/content/skills/") for name in names)
    assert len([n for n in names if n.endswith("backend-specialist.md")]) == 1
    assert [n for n in names if n.endswith(".tcss")]
    assert not [n for n in names if n.endswith((".pyc", ".svg"))]


def test_the_installed_command_runs_the_whole_path_offline(vade: Vade) -> None:
    assert "closed" in gate_at_the_end_of_the_path(vade)


def test_python_m_vade_is_the_command(vade: Vade, home: Path) -> None:
    python = home.parent / "env/bin/python"
    assert run(python, "-m", "vade", "--version").stdout == vade("--version").stdout


def test_what_a_run_leaves_lies_in_the_folders_that_paths_names(vade: Vade, home: Path) -> None:
    paths = json.loads(vade("paths", "--json").stdout)["paths"]
    named = [Path(paths[kind]) for kind in ("config", "data", "state", "cache")]
    vade("search", "rate limiting")
    left = [f for f in home.rglob("*") if f.is_file() and not f.is_relative_to(home / "shop")]
    assert left
    assert [f for f in left if not any(f.is_relative_to(folder) for folder in named)] == []


def test_two_builds_have_the_same_bytes(wheel: Path, tmp_path: Path) -> None:
    """Of the wheel, of the sdist, and of the wheel that the sdist gives."""
    for name in ("a", "b"):
        run(sys.executable, "-m", "build", "--sdist", "-o", tmp_path / name, REPOSITORY)
    (first,), (second,) = ((tmp_path / name).glob("*.tar.gz") for name in ("a", "b"))
    assert first.read_bytes() == second.read_bytes()
    with tarfile.open(first) as sdist:
        inside = {name.partition("/")[2] for name in sdist.getnames()}
    assert {"README.md", "LICENSE", "CHANGELOG.md", "tests/conftest.py", "docs/gate.md"} <= inside
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", tmp_path, first)
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()


@pytest.mark.parametrize("version", ["3.12", "3.13"])
def test_other_pythons_run_the_whole_path_too(version: str, wheel: Path, tmp_path: Path) -> None:
    python = shutil.which(f"python{version}")
    if python is None or run(python, "--version", check=False).returncode:
        pytest.skip(f"no Python {version} here")
    run(python, "-m", "venv", tmp_path / "env")
    run(tmp_path / "env/bin/pip", "install", "-q", wheel)
    vade = caller(tmp_path / "home", [tmp_path / "env/bin/vade"])
    assert "closed" in gate_at_the_end_of_the_path(vade)


def test_the_single_file_runs_and_says_where_it_unpacks(tmp_path: Path) -> None:
    pyz = tmp_path / "vade.pyz"
    run("make", "-s", "pyz", f"PY={sys.executable}", f"PYZ={pyz}", cwd=REPOSITORY)
    vade = caller(tmp_path / "home", [sys.executable, pyz])
    assert json.loads(vade("search", "rate lim", "--json").stdout)["hits"]
    paths = json.loads(vade("paths", "--json").stdout)["paths"]
    assert Path(paths["unpacked"]) == tmp_path / "home/.cache/vade/pyz"
    assert Path(paths["bundled"]).is_relative_to(paths["unpacked"])
    assert not (tmp_path / "home/.shiv").exists()
