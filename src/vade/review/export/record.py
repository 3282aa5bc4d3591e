"""Exporting the record: its own untouched file is replaced, nobody else's ever."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vade.errors import VadeError
from vade.paths import is_file
from vade.review.export.name import file_stem
from vade.review.export.write import guard, write
from vade.review.model import Review
from vade.review.record.render import render
from vade.review.store import ReviewStore, Stamp, digest

__all__ = ["RecordFile"]


@dataclass(frozen=True, slots=True)
class RecordFile:
    """Writes records into one project."""

    store: ReviewStore
    root: Path
    folder: str
    """Relative to the root, with `/`."""

    def export(self, review: Review, stamp: Stamp, output: Path | None, *, force: bool) -> Path:
        """Write the record and return its path.

        Raises:
            VadeError: a file is in the way, or was changed by hand since it was exported.
        """
        path = output or self._own(review) or self._free(review)
        text = render(review, self._folder_of(path))
        guard(path, self.root)
        if path.exists() and not force:
            self._check_untouched(path, review)
        write(path, text, self.root, replace=path.exists())
        data = text.encode("utf-8", "backslashreplace")
        self.store.exported(review.id, str(path), data, stamp, ours=True)
        return path

    def _own(self, review: Review) -> Path | None:
        """The file this review was last exported to, where it is still there."""
        for known in self.store.exports(review.id):
            path = Path(known.path)
            if path.parent == self._place() and is_file(path):
                return path
        return None

    def _free(self, review: Review) -> Path:
        stem, number = file_stem(review), 1
        path = self._place() / f"{stem}.md"
        guard(path, self.root)
        while path.exists():
            number += 1
            path = path.with_name(f"{stem}-{number}.md")
            guard(path, self.root)
        return path

    def _check_untouched(self, path: Path, review: Review) -> None:
        known = {e.path: e.digest for e in reversed(self.store.exports(review.id))}
        try:
            found = digest(path.read_bytes())
        except OSError as error:
            raise VadeError(f"cannot be read: {error.strerror}", where=str(path)) from error
        if str(path) not in known:
            hint = "Give --force to replace it, or another --output"
            raise VadeError("is not a file of this review", where=str(path), hint=hint)
        if known[str(path)] != found:
            hint = f"`vade review import {path}` takes the changes in; --force drops them"
            raise VadeError("was changed since it was exported", where=str(path), hint=hint)

    def _place(self) -> Path:
        return self.root / self.folder

    def _folder_of(self, path: Path) -> str:
        inside = path.parent.is_relative_to(self.root)
        return path.parent.relative_to(self.root).as_posix() if inside else ""
