"""The head of a repository, read from its files: no process, nothing of it is executed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from vade.errors import VadeError
from vade.paths import is_dir
from vade.plain_file import read_plain

__all__ = ["Head", "git_folder", "read_head"]

_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_LIMIT = 16_000_000


@dataclass(frozen=True, slots=True)
class Head:
    """Where a repository stands."""

    branch: str = ""
    """Empty when detached or not known."""
    commit: str = ""
    """Empty in a repository without commits."""
    known: bool = True
    """False where the files do not say (another ref format, unreadable)."""


def git_folder(root: Path) -> Path | None:
    """Return the folder of the repository that `root` lies in, or None.

    It is `.git`, or what a `.git` file points at; a project may be a part of its repository.
    """
    for top in (root, *root.parents):
        mark = top / ".git"
        if is_dir(mark):
            return mark
        line = _text(mark)
        if line.startswith("gitdir:"):
            return (top / line.removeprefix("gitdir:").strip()).absolute()
    return None


def read_head(folder: Path) -> Head:
    """Read `HEAD` in a repository's folder and follow it to its commit."""
    line = _text(folder / "HEAD")
    if _COMMIT.fullmatch(line):
        return Head(commit=line)
    name = line.removeprefix("ref:").strip()
    if not line.startswith("ref:") or not _is_ref(name):
        return Head(known=False)
    shared = _common(folder)
    return Head(name.removeprefix("refs/heads/"), _resolve(name, folder, shared))


def _is_ref(name: str) -> bool:
    """Whether `name` is a branch that stays inside the refs folder, in the files format."""
    return name.startswith("refs/heads/") and ".." not in name and name != "refs/heads/.invalid"


def _common(folder: Path) -> Path:
    line = _text(folder / "commondir")
    return (folder / line).absolute() if line else folder


def _resolve(name: str, folder: Path, shared: Path) -> str:
    for place in (folder, shared):
        commit = _text(place / name)
        if _COMMIT.fullmatch(commit):
            return commit
    for line in _text(shared / "packed-refs").split("\n"):
        commit, _, packed = line.partition(" ")
        if packed.strip() == name and _COMMIT.fullmatch(commit):
            return commit
    return ""


def _text(path: Path) -> str:
    """The text of a regular file, stripped; nothing where it cannot be read."""
    try:
        return read_plain(path, _LIMIT).decode("utf-8", "replace").strip()
    except VadeError:
        return ""
