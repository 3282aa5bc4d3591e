"""What git knows of a project, each fact with the reason where it is not known."""

from __future__ import annotations

import re
from pathlib import Path

from vade.project.facts import GitFacts
from vade.project.git import Git
from vade.project.head import Head, git_folder, read_head
from vade.text import clean_line

__all__ = ["read_facts"]

_DEFAULT_BRANCHES = ("main", "master", "trunk", "develop")


def read_facts(root: Path) -> GitFacts | None:
    """Return the facts of the repository at `root`, or None where there is none."""
    folder = git_folder(root)
    if folder is None:
        return None
    git = Git(root)
    notes: list[str] = []
    head = read_head(folder)
    if not head.known:
        head = _asked_head(git, notes)
    probe = git.run("rev-parse", "--git-dir")
    if not probe.ok:
        notes.append(probe.error or "git cannot read this repository")
    elif not head.commit:
        notes.append("the repository has no commits")
    user = git.run("config", "--get", "user.name")
    ready = probe.ok and head.commit
    base_name, base = _base(git, head, notes) if ready else ("", "")
    return GitFacts(
        branch=clean_line(head.branch),
        head=head.commit,
        base=base,
        base_name=clean_line(base_name),
        remote=_remote(git) if probe.ok else "",
        user_name=clean_line(user.text) if user.ok else "",
        notes=tuple(clean_line(note) for note in notes),
    )


def _asked_head(git: Git, notes: list[str]) -> Head:
    commit = git.run("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    branch = git.run("rev-parse", "--symbolic-full-name", "HEAD")
    if not commit.ok:
        notes.append(commit.error or "the head of the repository cannot be read")
        return Head()
    return Head(_branch_of(branch.text if branch.ok else ""), commit.text)


def _branch_of(ref: str) -> str:
    return ref.removeprefix("refs/heads/") if ref.startswith("refs/heads/") else ""


def _base(git: Git, head: Head, notes: list[str]) -> tuple[str, str]:
    """The default branch and the commit where this one left it."""
    name = _default_branch(git)
    if not name:
        notes.append("no default branch found, so no base")
        return "", ""
    if git.run("rev-parse", "--is-shallow-repository").text == "true":
        notes.append("the clone is shallow; the base may not be known")
    ref = name if name.startswith("refs/") else f"refs/heads/{name}"
    short = ref.removeprefix("refs/heads/").removeprefix("refs/remotes/origin/")
    found = git.run("merge-base", ref, head.commit)
    if not found.ok:
        notes.append(found.error or f"no common commit with {short}")
        return short, ""
    return short, found.text.split("\n", 1)[0]


def _default_branch(git: Git) -> str:
    remote = git.run("rev-parse", "--symbolic-full-name", "refs/remotes/origin/HEAD")
    if remote.ok and remote.text.startswith("refs/remotes/"):
        return remote.text
    for name in _DEFAULT_BRANCHES:
        for ref in (f"refs/heads/{name}", f"refs/remotes/origin/{name}"):
            if git.run("rev-parse", "--verify", "--quiet", ref).ok:
                return ref
    return ""


def _remote(git: Git) -> str:
    """The address of `origin` as `host/owner/name`: no scheme, no user, no password, no query."""
    url = git.run("config", "--get", "remote.origin.url")
    if not url.ok:
        return ""
    text = clean_line(url.text).split("?", 1)[0].split("#", 1)[0].removesuffix(".git")
    if match := re.match(r"[a-z][a-z0-9+.-]*://(?:[^/]*@)?([^/]*?)(?::\d+)?/+(.*)", text, re.I):
        return f"{match[1]}/{match[2]}".strip("/")
    if match := re.match(r"(?:[^@/]*@)?([^/:]+):(?!//)/*(.*)", text):
        return f"{match[1]}/{match[2]}".strip("/")
    return Path(text).name
