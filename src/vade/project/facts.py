"""What is known of the user's project."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
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


@dataclass(frozen=True)
class Project:
    """The project that the working folder lies in."""

    root: Path
    name: str

    @cached_property
    def git(self) -> GitFacts | None:
        """What git knows, read when first asked; None where there is no repository."""
        from vade.project.repository import read_facts  # noqa: PLC0415

        return read_facts(self.root)
