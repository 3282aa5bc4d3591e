"""A copy of one's own of a file that comes with Vade, so that it can be changed."""

from __future__ import annotations

from pathlib import Path

from vade.errors import VadeError
from vade.files import write_whole
from vade.library.entry import Entry
from vade.paths import Paths, bundled
from vade.plain_file import read_plain

__all__ = ["is_own", "own_copy"]

_LIMIT = 10_000_000
"""Bytes above which a copy is surely no longer the same."""


def own_copy(entry: Entry, paths: Paths) -> tuple[Path, bool]:
    """Return the file to edit for an entry, and whether it was copied just now.

    Raises:
        VadeError: the copy cannot be written.
    """
    ours = bundled()
    if not entry.path.is_relative_to(ours):
        return entry.path, False
    relative = entry.path.relative_to(ours)
    inside = relative.relative_to("content") if relative.parts[0] == "content" else relative
    target = paths.packs / "mine" / inside
    if target.exists():
        return target, False
    try:
        write_whole(target, entry.path.read_text(encoding="utf-8"))
    except OSError as error:
        raise VadeError(f"cannot be copied: {error.strerror}", where=str(target)) from error
    return target, True


def is_own(copy: Path, entry: Entry) -> bool:
    """Return whether a copy was changed; one that was not is taken away again.

    Raises:
        VadeError: what the editor left in its place is no file that can be read.
    """
    if not copy.exists():
        return False
    if read_plain(copy, _LIMIT) != read_plain(entry.path, _LIMIT):
        return True
    copy.unlink(missing_ok=True)
    return False
