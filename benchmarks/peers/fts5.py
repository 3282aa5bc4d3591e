"""SQLite FTS5: a prefix index, bm25 with our column weights, its own snippets."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

from vade.library.entry import Entry

__all__ = ["Fts5"]

_CREATE = (
    "CREATE VIRTUAL TABLE entries USING fts5(id UNINDEXED, kind UNINDEXED, title, aliases, label,"
    " body, tokenize='porter unicode61 remove_diacritics 2', prefix='1 2 3')"
)
_SELECT = (
    "SELECT id, kind, highlight(entries, 2, '[', ']'), snippet(entries, 5, '[', ']', '…', 24)"
    " FROM entries WHERE entries MATCH ? ORDER BY bm25(entries, 0, 0, 9.0, 5.0, 4.0, 1.0) LIMIT ?"
)
_WORD = re.compile(r"\w+")
_ENOUGH = 5


class Fts5:
    """A table of entries."""

    def __init__(self, path: Path | str) -> None:
        """Open or make the database at `path`."""
        self._db = sqlite3.connect(path)

    def build(self, entries: Iterable[Entry]) -> None:
        """Index all entries."""
        self._db.execute(_CREATE)
        self._db.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?)", map(_row, entries))
        self._db.commit()

    def query(self, text: str, *, limit: int = 60, typing: bool = True) -> list[str]:
        """Return the ids of the best entries with all words; the last is a prefix while typing."""
        words = [f'"{word}"' for word in _WORD.findall(text)]
        if words and typing and not text[-1].isspace():
            words[-1] += "*"
        return self._ids(" AND ".join(words), limit) if words else []

    def phrase(self, text: str, *, limit: int = 60) -> list[str]:
        """Return the ids of the best entries that have `text` as a phrase."""
        return self._ids(f'"{" ".join(_WORD.findall(text))}"', limit)

    def query_some(self, text: str, *, limit: int = 60) -> list[str]:
        """Return the entries with all words and, where they are few, those with some words after.

        It is what an author who knows FTS5 would add, and what our own search does.
        """
        found = self.query(text, limit=limit)
        words = [f'"{word}"' for word in _WORD.findall(text)]
        if len(found) < _ENOUGH and len(words) > 1:
            found += [i for i in self._ids(" OR ".join(words), limit) if i not in found]
        return found[:limit]

    def close(self) -> None:
        """Close the database."""
        self._db.close()

    def _ids(self, match: str, limit: int) -> list[str]:
        rows: Sequence[tuple[str, ...]] = self._db.execute(_SELECT, (match, limit)).fetchall()
        return [row[0] for row in rows]


def _row(entry: Entry) -> tuple[str, ...]:
    label = " ".join((*entry.section, entry.area, entry.language, *entry.standards))
    body = f"{entry.summary}\n{entry.body}" if entry.summary not in entry.body else entry.body
    guidance = "\n".join(g.text for g in entry.guidance)
    aliases = " ; ".join(entry.aliases)
    return (entry.id, entry.kind.value, entry.title, aliases, label, f"{body}\n{guidance}")
