"""The folder of the index: ours alone, or not used."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vade.errors import VadeError

__all__ = ["UnsafePlaceError", "check", "locked", "prepare"]


class UnsafePlaceError(VadeError):
    """The folder is not ours alone, so nothing in it may be opened: an index can hold code."""


def prepare(folder: Path) -> None:
    """Make the folder where it is missing, closed to others, and check it.

    Raises:
        UnsafePlaceError: it belongs to someone else, or is a link.
        OSError: it cannot be made.
    """
    folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    _not_behind_a_link(folder)
    if not os.path.lexists(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
    _ours(folder)
    if stat.S_IMODE(folder.stat().st_mode) != 0o700:
        folder.chmod(0o700)
    check(folder)


def check(folder: Path) -> None:
    """Raise unless the folder is a real one, of this user, and closed to others.

    Raises:
        UnsafePlaceError: it is not.
        FileNotFoundError: there is no such folder.
    """
    _ours(folder)
    _not_behind_a_link(folder)
    if hasattr(os, "getuid") and stat.S_IMODE(folder.lstat().st_mode) & 0o022:
        raise UnsafePlaceError("others may write into the index folder", where=str(folder))


def _not_behind_a_link(folder: Path) -> None:
    if stat.S_ISLNK(folder.parent.lstat().st_mode):
        raise UnsafePlaceError("the index lies behind a link", where=str(folder.parent))


def _ours(folder: Path) -> None:
    seen = folder.lstat()
    if stat.S_ISLNK(seen.st_mode):
        raise UnsafePlaceError("the index folder is a link, not a folder", where=str(folder))
    if not stat.S_ISDIR(seen.st_mode):
        raise UnsafePlaceError("a file is where the index folder should be", where=str(folder))
    if hasattr(os, "getuid") and seen.st_uid != os.getuid():
        raise UnsafePlaceError("the index folder belongs to someone else", where=str(folder))


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder's lock: one writer at a time. Where the system has none, go on without."""
    try:
        import fcntl  # noqa: PLC0415
    except ImportError:
        yield
        return
    with (folder / "lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
