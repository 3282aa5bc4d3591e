"""Reading one regular file, and nothing that only looks like one."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from vade.errors import VadeError
from vade.text import clean_line

__all__ = ["read_plain"]


def read_plain(path: Path, limit: int) -> bytes:
    """Return the content of a regular file; a pipe or a device is not waited for.

    Raises:
        VadeError: it cannot be read, is no regular file, or is larger than `limit`.
    """
    where = clean_line(str(path))
    try:
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        handle = os.open(path, flags)
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or str(error)
        raise VadeError(f"cannot be read: {said}", where=where) from error
    try:
        info = os.fstat(handle)
        if not stat.S_ISREG(info.st_mode):
            raise VadeError("is no regular file", where=where)
        if info.st_size > limit:
            raise VadeError(f"is larger than {limit // 1_000_000} MB", where=where)
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(limit + 1)
    except OSError as error:
        raise VadeError(f"cannot be read: {error.strerror}", where=where) from error
    finally:
        os.close(handle)
