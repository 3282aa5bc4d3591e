"""Where a project begins."""

from __future__ import annotations

from pathlib import Path

from vade.paths import exists, is_dir, is_file

__all__ = ["find_root"]

_MARKS = (".vade", ".git")
_MANIFESTS = ("pyproject.toml", "package.json")


def find_root(cwd: Path) -> Path:
    """Return the root of the project that `cwd` lies in.

    The nearest folder upward with `.vade` or `.git` (also as a file: worktrees, submodules); only
    where there is none, the nearest with a manifest; else `cwd` itself.
    """
    folders = (cwd, *cwd.parents)
    for folder in folders:
        if any(_is_mark(folder / mark) for mark in _MARKS):
            return folder
    for folder in folders:
        if any(is_file(folder / name) for name in _MANIFESTS):
            return folder
    return cwd


def _is_mark(path: Path) -> bool:
    """Whether `path` marks a root; a folder that may not be looked into marks none."""
    return is_dir(path) if path.name == ".vade" else exists(path)
