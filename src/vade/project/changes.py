"""Which files changed between two commits, and the lines that were added."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from vade.project.git import Git, is_commit
from vade.text import clean

__all__ = ["FileChange", "changed_files"]

_FILE = re.compile(r'\+\+\+ (?:"?b/)(?P<path>.*?)"?\t?')
_LIMIT = 32_000_000


@dataclass(frozen=True, slots=True)
class FileChange:
    """One changed file."""

    path: str
    """Relative to the project root's top, with `/`."""
    added: tuple[str, ...] = ()
    """The lines that were added, where git could tell."""


def changed_files(root: Path, base: str, head: str) -> tuple[FileChange, ...]:
    """Return what changed from `base` to `head`; nothing where git does not know."""
    if not (is_commit(base) and is_commit(head)) or base == head:
        return ()
    git = Git(root)
    names = git.run(
        "diff-tree", "-r", "-z", "--name-only", "--no-renames", "--relative", base, head
    )
    if not names.ok:
        return ()
    paths = [n for n in names.out.decode("utf-8", "replace").split("\0") if n]
    shown = git.run(
        *("diff-tree", "-r", "-p", "-U0", "--no-color", "--no-renames", "--no-ext-diff"),
        "--relative",
        *("--no-textconv", base, head),
        limit=_LIMIT,
    )
    added = _added(shown.out.decode("utf-8", "replace")) if shown.ok else {}
    return tuple(FileChange(clean(path), tuple(added.get(path, ()))) for path in paths)


def _added(diff: str) -> dict[str, list[str]]:
    """The added lines of a diff without context; `+++` is a header only before the first `@@`."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    header = True
    for line in diff.split("\n"):
        if line.startswith("diff --git "):
            header, current = True, []
        elif header and (name := _FILE.fullmatch(line)):
            current = found.setdefault(name["path"], [])
        elif line.startswith("@@"):
            header = False
        elif not header and line.startswith("+"):
            current.append(clean(line[1:]))
    return found
