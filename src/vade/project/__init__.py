"""Facts of the project that the user stands in. Nothing of it is ever executed."""

from __future__ import annotations

from pathlib import Path

from vade.project.facts import GitFacts, Project
from vade.project.root import find_root
from vade.text import clean_line

__all__ = ["GitFacts", "Project", "find_project"]


def find_project(cwd: Path) -> Project:
    """Return the project of `cwd`. Git is not asked before `Project.git` is."""
    root = find_root(cwd.absolute())
    return Project(root, clean_line(root.name) or "project")
