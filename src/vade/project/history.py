"""How far a repository has moved on since a commit."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vade.project.git import Git
from vade.project.head import git_folder, read_head

__all__ = ["Age", "age_of", "first_commit"]


@dataclass(frozen=True, slots=True)
class Age:
    """The way from a commit to the head."""

    commits: int | None = None
    """Commits since, those that touch only the ignored folder not counted; None: not known."""
    why: str = ""
    """Why it is not known."""


def age_of(root: Path, commit: str, ignored: str) -> Age:
    """Count the commits between `commit` and the head that touch more than one folder.

    Args:
        root: The project's root.
        commit: A full commit id.
        ignored: The folder, relative to it, whose changes do not count.
    """
    if git_folder(root) is None:
        return Age(why="there is no git repository here")
    git = Git(root)
    if not git.run("rev-parse", "--verify", "--quiet", f"{commit}^{{commit}}").ok:
        shallow = git.run("rev-parse", "--is-shallow-repository").text == "true"
        hint = " (the clone is shallow: fetch its history)" if shallow else ""
        return Age(why=f"commit {commit[:7]} is not known here{hint}")
    if not git.run("merge-base", "--is-ancestor", commit, "HEAD").ok:
        return Age(why=f"commit {commit[:7]} is no ancestor of HEAD: the branch was rewritten")
    outside = f":(exclude,literal){ignored}"
    counted = git.run("rev-list", "--count", f"{commit}..HEAD", "--", ":/", outside)
    if not counted.ok or not counted.text.isdecimal():
        return Age(why=counted.error or "git did not count the commits")
    return Age(int(counted.text))


def first_commit(root: Path) -> str:
    """Return the id of the first commit, by which a project is known wherever it lies."""
    folder = git_folder(root)
    if folder is None or not read_head(folder).commit:
        return ""
    found = Git(root).run("rev-list", "--max-parents=0", "HEAD")
    return found.text.split("\n")[-1] if found.ok else ""
