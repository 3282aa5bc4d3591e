"""A folder held open: what is swapped for a link after the look is not followed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Folder"]

_HELD = {os.open, os.mkdir, os.unlink, os.rename} <= os.supports_dir_fd
_STEP = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder, by its open descriptor; by its path where the system cannot (Windows)."""

    path: Path
    descriptor: int | None

    @classmethod
    @contextmanager
    def held(cls, path: Path, root: Path) -> Iterator[Folder]:
        """Open `path`, and make each folder below `root` that is missing.

        Raises:
            OSError: a link or something else that is no folder lies between the root and it.
        """
        if not _HELD:
            path.mkdir(parents=True, exist_ok=True)
            yield cls(path, None)
            return
        inside = path.is_relative_to(root)
        if not inside:
            path.mkdir(parents=True, exist_ok=True)
        handle = os.open(root if inside else path, _STEP & ~getattr(os, "O_NOFOLLOW", 0))
        try:
            for part in path.relative_to(root).parts if inside else ():
                with suppress(FileExistsError):
                    os.mkdir(part, dir_fd=handle)
                above, handle = handle, os.open(part, _STEP, dir_fd=handle)
                os.close(above)
            yield cls(path, handle)
        finally:
            os.close(handle)

    def create(self, name: str) -> int:
        """Create a file that is not there and return its descriptor, open for writing."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        return os.open(self._at(name), flags, 0o666, dir_fd=self.descriptor)

    def remove(self, name: str) -> None:
        """Remove a file, if it is there."""
        with suppress(FileNotFoundError):
            os.unlink(self._at(name), dir_fd=self.descriptor)

    def replace(self, old: str, new: str) -> None:
        """Give a file another's name, which is gone then."""
        held = self.descriptor
        os.replace(self._at(old), self._at(new), src_dir_fd=held, dst_dir_fd=held)

    def rename(self, old: str, new: str) -> None:
        """Give a file a name that is free.

        Raises:
            FileExistsError: it is taken.
        """
        os.close(self.create(new))
        try:
            self.replace(old, new)
        except BaseException:
            self.remove(new)
            raise

    def settle(self) -> None:
        """Make names durable, where the system can."""
        if self.descriptor is not None:
            os.fsync(self.descriptor)

    def _at(self, name: str) -> str:
        return name if self.descriptor is not None else str(self.path / name)
