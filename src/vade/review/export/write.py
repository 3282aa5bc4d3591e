"""Writing files such that nothing is overwritten, followed or left half done."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from vade.errors import VadeError
from vade.review.export.folder import Folder
from vade.text import clean_line

__all__ = ["guard", "write"]

_LINK = "Vade writes through no links: remove it, or choose another --output"
_SHOWN = 200
"""As many letters are said of a path that is too long."""


def write(path: Path, text: str, root: Path, *, replace: bool) -> None:
    """Write `text` to `path`, whole or not at all.

    Args:
        path: The file, absolute.
        text: Its content; encoded as UTF-8 with LF.
        root: No folder between here and the file may be a link.
        replace: Whether a file that is there may be replaced.

    Raises:
        VadeError: a link is in the way, the file is there already, or it cannot be written.
    """
    guard(path, root)
    try:
        with Folder.held(path.parent, root) as folder:
            data = text.encode("utf-8", "backslashreplace")
            _write_beside(folder, path.name, data, replace=replace)
    except FileExistsError as error:
        hint = "Give --force to replace it, or another --output"
        raise VadeError("is there already", where=str(path), hint=hint) from error
    except OSError as error:
        raise VadeError(f"cannot be written: {error.strerror}", where=str(path)) from error


def guard(path: Path, root: Path) -> None:
    """Refuse a path that goes through a link, into `.git`, or to something that is no file.

    Raises:
        VadeError: it does.
    """
    try:
        _guard(path, root)
    except OSError as error:
        where = clean_line(str(path))[:_SHOWN]
        raise VadeError(f"cannot be written: {error.strerror}", where=where) from error


def _guard(path: Path, root: Path) -> None:
    said = clean_line(str(path))
    if ".git" in (part.casefold() for part in path.parts):
        raise VadeError("nothing is written into .git", where=said)
    for step in _steps(path, root):
        if step.is_symlink():
            raise VadeError("a link is in the way", where=clean_line(str(step)), hint=_LINK)
        if step != path and step.exists() and not step.is_dir():
            raise VadeError("is no folder", where=clean_line(str(step)))
    if path.exists() and not path.is_file():
        raise VadeError("is no regular file", where=said)


def _steps(path: Path, root: Path) -> list[Path]:
    """The file and every folder above it, up to but without the root."""
    if not path.is_relative_to(root):
        return [path]
    above = [folder for folder in path.parents if folder != root and folder.is_relative_to(root)]
    return [*reversed(above), path]


def _write_beside(folder: Folder, name: str, data: bytes, *, replace: bool) -> None:
    """Write a file of another name to the disk first, then give it the name."""
    beside = f".{name[:60]}.{secrets.token_hex(4)}.tmp"
    handle = folder.create(beside)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
        (folder.replace if replace else folder.rename)(beside, name)
    except BaseException:
        folder.remove(beside)
        raise
    folder.settle()
