"""The files of a project, for choosing one: what the head commit has, else what the folder has."""

from __future__ import annotations

import os
from pathlib import Path

from vade.project.git import Git
from vade.project.head import git_folder
from vade.text import clean_line

__all__ = ["project_files"]

_SKIPPED = frozenset({".git", "node_modules", ".venv", "venv", "__pycache__", ".tox"})
_MOST = 200_000


def project_files(root: Path) -> tuple[str, ...]:
    """Return the paths of a project's files, relative to its root, with `/`, sorted.

    A name that cannot be shown as it is is left out: nobody could choose it.
    """
    listed = _committed(root) if git_folder(root) is not None else None
    found = _walked(root) if listed is None else listed
    return tuple(sorted(path for path in found if path == clean_line(path)))


def _committed(root: Path) -> list[str] | None:
    found = Git(root).run("ls-tree", "-r", "-z", "--name-only", "HEAD")
    if not found.ok:
        return None
    return [name for name in found.out.decode("utf-8", "replace").split("\0") if name][:_MOST]


def _walked(root: Path) -> list[str]:
    found: list[str] = []
    for folder, inside, names in os.walk(root):
        inside[:] = sorted(set(inside) - _SKIPPED)
        found += [(Path(folder) / name).relative_to(root).as_posix() for name in names]
        if len(found) > _MOST:
            break
    return found[:_MOST]
