"""Stars, recently opened entries and what was asked for them, kept in the state folder."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from vade.errors import VadeError
from vade.files import write_whole
from vade.tui.asked import Asked, asked_again, asked_from, plain

__all__ = ["Marks"]

_RECENT = 50
_DAMAGED = (ValueError, KeyError, TypeError)


@dataclass(frozen=True, slots=True)
class Marks:
    """What the reader starred and opened. Ids that are gone from the library stay: packs return."""

    path: Path
    stars: tuple[str, ...] = ()
    recent: tuple[str, ...] = ()
    """Newest first."""
    queries: tuple[Asked, ...] = ()
    """Newest first."""

    @classmethod
    def read(cls, path: Path) -> Marks:
        """Read the file; one that is missing or damaged is no marks."""
        try:
            return cls._read(path)
        except (OSError, *_DAMAGED):
            return cls(path)

    def toggle(self, entry_id: str) -> Marks:
        """Star an entry, or take its star away.

        Raises:
            VadeError: that cannot be kept.
        """
        try:
            return self._toggle(entry_id)
        except OSError as error:
            where = str(self.path)
            raise VadeError(f"the star cannot be kept: {error.strerror}", where=where) from error

    def _toggle(self, entry_id: str) -> Marks:
        now = self._now()
        had = entry_id in now.stars
        stars = tuple(s for s in now.stars if s != entry_id)
        return replace(now, stars=stars if had else (*stars, entry_id))._write()

    def visit(self, entry_id: str, query: str = "") -> Marks:
        """Note that an entry was opened, and the query that found it, if that can be kept."""
        with suppress(OSError):
            return self._visit(entry_id, query)
        return self

    def _visit(self, entry_id: str, query: str) -> Marks:
        now = self._now()
        others = tuple(r for r in now.recent if r != entry_id)
        queries = asked_again(now.queries, query) if query else now.queries
        return replace(now, recent=(entry_id, *others)[:_RECENT], queries=queries)._write()

    def forget(self) -> Marks:
        """Forget all queries, if that can be kept."""
        with suppress(OSError):
            now = self._now()
            return replace(now, queries=())._write() if now.queries else now
        return replace(self, queries=())

    @classmethod
    def _read(cls, path: Path) -> Marks:
        table = json.loads(path.read_text(encoding="utf-8"))
        stars, recent = _texts(table["stars"]), _texts(table["recent"])
        return cls(path, stars, recent, asked_from(table.get("queries")))

    def _now(self) -> Marks:
        """The marks as another terminal may have left them; a damaged file is kept aside."""
        try:
            return self._read(self.path)
        except FileNotFoundError:
            return Marks(self.path)
        except _DAMAGED:
            self.path.replace(self.path.with_name(f"{self.path.name}.damaged"))
            return Marks(self.path)

    def _write(self) -> Marks:
        kept = {"vade": 1, "stars": self.stars, "recent": self.recent}
        text = json.dumps({**kept, "queries": plain(self.queries)}, indent=1)
        write_whole(self.path, text, folder_mode=0o700)
        return self


def _texts(value: object) -> tuple[str, ...]:
    return tuple(v for v in value if isinstance(v, str)) if isinstance(value, list) else ()
