"""Files of a project, read as they are in the folder or at a commit. Nothing is executed."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from vade.errors import VadeError
from vade.paths import exists
from vade.plain_file import read_plain
from vade.project.git import Git, is_commit
from vade.text import clean, clean_line

__all__ = ["Content", "relative"]

_LIMIT = 5_000_000


@dataclass(frozen=True, slots=True)
class Content:
    """Reads the lines of files below one root."""

    root: Path

    def working(self, path: str) -> tuple[str, ...] | None:
        """Return the lines of a file of the folder, cleaned; None where there is no such file.

        Raises:
            VadeError: it lies outside the project, is binary, too large or no regular file.
        """
        full = self.root / path
        if not exists(full):
            return None
        if not full.resolve().is_relative_to(self.root.resolve()):
            raise VadeError("a link leads out of the project", where=clean_line(path))
        return _lines(read_plain(full, _LIMIT), path)

    def at(self, commit: str, path: str) -> tuple[str, ...] | None:
        """Return the lines of a file at a commit, cleaned; None where git does not know it.

        Raises:
            VadeError: it is binary or too large.
        """
        if not is_commit(commit):
            return None
        git = Git(self.root)
        name = f"{commit}:./{path}"
        size = git.run("cat-file", "-s", name)
        if not size.ok or git.run("cat-file", "-t", name).text != "blob":
            return None
        if int(size.text) > _LIMIT:
            raise VadeError("is too large to quote", where=clean_line(path))
        blob = git.run("cat-file", "blob", name)
        return _lines(blob.out, path) if blob.ok else None


def relative(root: Path, given: str) -> str:
    """Return `given` relative to `root`, with `/`.

    Raises:
        VadeError: it lies outside the project, or in `.git`.
    """
    path = Path(os.path.normpath(root / given))
    if not path.is_relative_to(root) or path == root:
        raise VadeError("lies outside the project", where=clean_line(given))
    inside = PurePosixPath(path.relative_to(root).as_posix())
    if ".git" in (part.casefold() for part in inside.parts):
        raise VadeError("lies in .git", where=clean_line(given))
    return str(inside)


def _lines(data: bytes, path: str) -> tuple[str, ...]:
    if b"\0" in data[:8000]:
        raise VadeError("is a binary file", where=clean_line(path))
    text = clean(data.decode("utf-8", "replace").removeprefix("\ufeff"))
    return tuple(text.removesuffix("\n").split("\n")) if text else ()
