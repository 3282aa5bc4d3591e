"""Stars and recently opened entries, kept in the state folder."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Marks"]

_RECENT = 50


@dataclass(frozen=True, slots=True)
class Marks:
    """What the reader starred and opened. Ids that are gone from the library stay: packs return."""

    path: Path
    stars: tuple[str, ...] = ()
    recent: tuple[str, ...] = ()
    """Newest first."""

    @classmethod
    def read(cls, path: Path) -> Marks:
        """Read the file; one that is missing or damaged is no marks."""
        try:
            table = json.loads(path.read_text(encoding="utf-8"))
            stars, recent = table["stars"], table["recent"]
        except (OSError, ValueError, KeyError, TypeError):
            return cls(path)
        return cls(path, _texts(stars), _texts(recent))

    def toggle(self, entry_id: str) -> Marks:
        """Star an entry, or take its star away."""
        now = self.read(self.path)
        had = entry_id in now.stars
        stars = tuple(s for s in now.stars if s != entry_id)
        return Marks(self.path, stars if had else (*stars, entry_id), now.recent)._write()

    def visit(self, entry_id: str) -> Marks:
        """Note that an entry was opened."""
        now = self.read(self.path)
        others = tuple(r for r in now.recent if r != entry_id)
        return Marks(self.path, now.stars, (entry_id, *others)[:_RECENT])._write()

    def _write(self) -> Marks:
        """Write the file beside itself and rename it, so that it is never half there."""
        text = json.dumps({"vade": 1, "stars": self.stars, "recent": self.recent}, indent=1)
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
