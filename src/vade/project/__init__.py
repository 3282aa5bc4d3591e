"""Facts of the project that the user stands in. Nothing of it is ever executed."""

from __future__ import annotations

from pathlib import Path

from vade.project.facts import GitFacts, Project

__all__ = ["GitFacts", "Project", "find_project"]


def find_project(cwd: Path) -> Project:
    """Return the project of `cwd`: the nearest `.vade` or `.git` upward, else `cwd` itself."""
    for folder in (cwd, *cwd.parents):
        if (folder / ".vade").is_dir() or (folder / ".git").exists():
            return Project(folder, folder.name)
    return Project(cwd, cwd.name)
