"""Where a project begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from vade.project import find_project


def make(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix or path.name == ".git":
            path.write_text("", encoding="utf-8")
        else:
            path.mkdir(parents=True)
    return folder


@pytest.mark.parametrize(
    ("names", "cwd", "root"),
    [
        ((".git", "a/b/package.json", "a/b/c/d"), "a/b/c/d", "."),
        ((".vade", "a/b"), "a/b", "."),
        ((".git", "a/.vade", "a/b"), "a/b", "a"),
        (("pyproject.toml", "a/package.json", "a/b"), "a/b", "a"),
        (("a/b",), "a/b", "a/b"),
    ],
)
def test_the_root_is_found_upward(
    tmp_path: Path, names: tuple[str, ...], cwd: str, root: str
) -> None:
    make(tmp_path, *names)
    assert find_project(tmp_path / cwd).root == tmp_path / root


def test_a_name_that_could_steer_a_terminal_is_made_visible(tmp_path: Path) -> None:
    folder = tmp_path / "a\x1b[31mb"
    (folder / ".vade").mkdir(parents=True)
    assert "\x1b" not in find_project(folder).name
