"""Scratch git repositories."""

from __future__ import annotations

import subprocess
import tempfile
from functools import cache
from pathlib import Path

SETTINGS = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false")


def git(folder: Path, *args: str) -> str:
    """Run git and return what it printed."""
    command = ["git", *SETTINGS, "-C", str(folder), *args]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def commit(folder: Path, message: str = "change", **files: str) -> str:
    """Write files (`src_a_py` is `src/a.py`), commit all, and return the commit's id."""
    for name, text in files.items():
        *parts, suffix = name.split("_")
        path = folder.joinpath(*parts[:-1], f"{parts[-1]}.{suffix}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", message)
    return git(folder, "rev-parse", "HEAD")


def repository(folder: Path) -> Path:
    """Make a repository with one commit on main and a branch with another."""
    for name, content in _made().items():
        path = folder / name
        if content is None:
            path.mkdir(parents=True, exist_ok=True)
        else:
            path.write_bytes(content)
    return folder


@cache
def _made() -> dict[str, bytes | None]:
    """Its folders and files, made once: git is started eight times for them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        git(folder, "init", "-q", "-b", "main")
        commit(folder, "first", src_a_py="one\ntwo\nthree\n")
        git(folder, "checkout", "-q", "-b", "feature/orders")
        commit(folder, "second", src_b_py="x = 1\nrows = db.execute(sql)\n")
        return {
            path.relative_to(folder).as_posix(): None if path.is_dir() else path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.suffix != ".sample"
        }
