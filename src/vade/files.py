"""Writing a file of the user's whole, or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import suppress
from pathlib import Path

__all__ = ["write_whole"]


def write_whole(path: Path, text: str, *, folder_mode: int = 0o777) -> None:
    """Write a text file beside itself, onto the disk, then give it the name.

    A link at `path` stays one: what it leads to is written, as people keep their configuration in
    a repository and link to it. Permissions of a file that is there stay as they are.

    Args:
        path: The file; folders above it that are missing are made.
        text: Its content, encoded as UTF-8 with LF.
        folder_mode: Permissions of the folder of the file where it has to be made.

    Raises:
        OSError: it cannot be written; what was there is intact, and nothing is left beside it.
    """
    target = Path(os.path.realpath(path))
    target.parent.mkdir(parents=True, exist_ok=True, mode=folder_mode)
    beside = target.with_name(f"{target.name}.{secrets.token_hex(4)}")
    try:
        with beside.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileNotFoundError):
            shutil.copymode(target, beside)
        beside.replace(target)
    except BaseException:
        # A disk that cannot be written refuses this too, and what it says is not the cause.
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
