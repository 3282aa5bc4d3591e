"""What is known of the user's project."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

__all__ = ["GitFacts", "Project"]


@dataclass(frozen=True, slots=True)
class GitFacts:
    """What git knows. An empty string is "not known"; `notes` says why."""

    branch: str = ""
    """Empty when the head is detached."""
    head: str = ""
    """The full id of the head commit; empty in a repository without commits."""
    base: str = ""
    """The full id of the merge base with the default branch."""
    base_name: str = ""
    """The default branch."""
    remote: str = ""
    """`host/owner/name`, without credentials."""
    user_name: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Project:
    """The project that the working folder lies in."""

    root: Path
    name: str
    git: GitFacts | None = None
    """None where there is no repository, or git is not installed."""
