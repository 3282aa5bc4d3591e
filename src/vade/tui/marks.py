"""Stars, recently opened entries and what was asked for them, kept in the state folder."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, replace
from pathlib import Path

from vade.tui.asked import Asked, asked_again, asked_from, plain

__all__ = ["Marks"]

_RECENT = 50


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
            table = json.loads(path.read_text(encoding="utf-8"))
            stars, recent = table["stars"], table["recent"]
        except (OSError, ValueError, KeyError, TypeError):
            return cls(path)
        return cls(path, _texts(stars), _texts(recent), asked_from(table.get("queries")))

    def toggle(self, entry_id: str) -> Marks:
        """Star an entry, or take its star away."""
        now = self.read(self.path)
        had = entry_id in now.stars
        stars = tuple(s for s in now.stars if s != entry_id)
        return replace(now, stars=stars if had else (*stars, entry_id))._write()

    def visit(self, entry_id: str, query: str = "") -> Marks:
        """Note that an entry was opened, and the query that found it."""
        now = self.read(self.path)
        others = tuple(r for r in now.recent if r != entry_id)
        queries = asked_again(now.queries, query) if query else now.queries
        return replace(now, recent=(entry_id, *others)[:_RECENT], queries=queries)._write()

    def forget(self) -> Marks:
        """Forget all queries."""
        now = self.read(self.path)
        return replace(now, queries=())._write() if now.queries else now

    def _write(self) -> Marks:
        """Write the file beside itself and rename it, so that it is never half there."""
        kept = {"vade": 1, "stars": self.stars, "recent": self.recent}
        text = json.dumps({**kept, "queries": plain(self.queries)}, indent=1)
        beside = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            beside.write_text(text, encoding="utf-8")
            beside.replace(self.path)
        except OSError:
            beside.unlink(missing_ok=True)
        return self


def _texts(value: object) -> tuple[str, ...]:
    return tuple(v for v in value if isinstance(v, str)) if isinstance(value, list) else ()
