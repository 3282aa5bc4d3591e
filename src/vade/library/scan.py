"""A look at every file of every pack, without reading any."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from vade.library.catalogue import finding
from vade.library.diagnostic import Diagnostic
from vade.library.layers import MARKDOWN, YAML, Root
from vade.library.manifest import read_manifest
from vade.paths import exists, is_dir

__all__ = ["FORMAT", "MOST_BYTES", "NEVER_READ", "Found", "Scan", "scan"]

FORMAT = 5
"""Counts up when the reader's output changes, so that nothing read by an older one is used."""
MOST_BYTES = 1_000_000
"""The largest file that is read."""
_TELLING = ("topics", "checklists")
NEVER_READ = frozenset({".git", "node_modules", "__pycache__", "venv", ".venv", "site-packages"})
"""Folders that are left out wherever they lie."""


@dataclass(frozen=True, slots=True)
class Found:
    """One file that will be read, as it was when looked at."""

    root: Root
    path: Path
    relative: str
    """Its path below the root, with `/`; its name where the root is the file."""
    size: int
    mtime_ns: int
    inode: int


@dataclass(frozen=True, slots=True)
class Scan:
    """All files of all packs, and what kept others out."""

    roots: tuple[Root, ...]
    files: tuple[Found, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def stamp(self) -> str:
        """A digest that changes when any file, pack or the reader changes."""
        digest = hashlib.sha256(f"{FORMAT}\n".encode())
        for file in self.files:
            row = (file.root.layer, file.root.pack, str(file.path), file.size, file.mtime_ns)
            digest.update(f"{row!r} {file.inode}\n".encode("utf-8", "surrogatepass"))
        return digest.hexdigest()


def scan(roots: Iterable[Root]) -> Scan:
    """Look at all files below `roots`. What cannot be read is a diagnostic, never an exception."""
    every = tuple(roots)
    files: list[Found] = []
    problems: list[Diagnostic] = []
    for root in every:
        problems += read_manifest(root.path)[1]
        for path, inside in _candidates(root, problems):
            found = _look(root, path, inside, problems)
            if found is not None:
                files.append(found)
    return Scan(every, tuple(files), tuple(problems))


def _candidates(root: Root, problems: list[Diagnostic]) -> Iterator[tuple[Path, str]]:
    if not exists(root.path):
        message = f"pack {root.pack!r} is not there any more"
        problems.append(finding(root.path, 1, "pack-missing", message))
        return
    above = _above(root.path)
    if not is_dir(root.path):
        yield root.path, above + root.path.name
        return
    waiting = [""]
    while waiting:
        below = waiting.pop()
        folder = root.path / below
        try:
            entries = sorted(os.scandir(folder), key=lambda e: e.name)
        except OSError as error:
            said = f"cannot be read: {error.strerror}"
            problems.append(finding(folder, 1, "unreadable", said))
            continue
        folders = []
        for entry in entries:
            inside = f"{below}/{entry.name}".lstrip("/")
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in NEVER_READ and not entry.name.startswith("."):
                    folders.append(inside)
            elif entry.name.lower().endswith(MARKDOWN) or _yaml_checklist(inside):
                yield Path(entry.path), above + inside
            elif is_dir(Path(entry.path)) and not entry.name.startswith("."):
                said = "a link to a folder is not followed"
                problems.append(finding(Path(entry.path), 1, "link-folder", said))
        waiting.extend(reversed(folders))


def _above(path: Path) -> str:
    """The folders that tell what a root holds, where it is a part of a pack.

    A folder of topics or checklists, a checklist, or a page at most one folder below its topics.
    """
    if is_dir(path):
        return f"{path.name}/" if path.name in _TELLING else ""
    own, outer = path.parent.name, path.parent.parent.name
    if own in _TELLING:
        return f"{own}/"
    return f"topics/{own}/" if outer == "topics" else ""


def _yaml_checklist(inside: str) -> bool:
    """Whether a YAML file is meant as a checklist: by its folder or its name."""
    lower = inside.lower()
    return lower.endswith(YAML) and "checklist" in lower


def _look(root: Root, path: Path, inside: str, problems: list[Diagnostic]) -> Found | None:
    try:
        seen = path.lstat()
        if stat.S_ISLNK(seen.st_mode) and path.is_file():
            target = path.resolve()
            if not target.is_relative_to(root.path.resolve()):
                said = "a link that leads out of the pack"
                problems.append(finding(path, 1, "link-outside", said))
                return None
            seen = target.stat()
    except OSError as error:
        problems.append(finding(path, 1, "unreadable", f"cannot be read: {error.strerror}"))
        return None
    if not stat.S_ISREG(seen.st_mode):
        problems.append(finding(path, 1, "not-a-file", "not a regular file"))
        return None
    if seen.st_size > MOST_BYTES:
        message = f"larger than 1 MB ({seen.st_size:,} bytes)"
        problems.append(finding(path, 1, "too-large", message))
        return None
    return Found(root, path, inside, seen.st_size, seen.st_mtime_ns, seen.st_ino)
