"""Parsed files kept between runs, so that nothing is parsed again that has not changed."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path

from vade.library.parsed import Parsed, parsed_from, parsed_to
from vade.library.scan import FORMAT, Found
from vade.paths import exists

__all__ = ["Cache"]

_TABLE = """create table if not exists parsed (
  path text primary key, relative text, size integer, mtime integer, inode integer,
  format integer, document text) without rowid"""


class Cache:
    """One SQLite file in the cache folder. Anything wrong with it means: parse."""

    def __init__(self, path: Path | None) -> None:
        """Use the file `path`, made on first use; None keeps nothing."""
        self.path = path

    def known(self, files: Iterable[Found]) -> dict[Path, Parsed]:
        """Return what is kept of those files that have not changed since."""
        if self.path is None or not exists(self.path):
            return {}
        wanted = {str(found.path): found for found in files}
        try:
            with contextlib.closing(sqlite3.connect(self.path, timeout=2)) as connection:
                rows = connection.execute("select * from parsed where format = ?", (FORMAT,))
                return {
                    wanted[row[0]].path: parsed_from(json.loads(row[6]))
                    for row in rows
                    if row[0] in wanted and row[1:5] == _seen(wanted[row[0]])
                }
        except (sqlite3.Error, KeyError, TypeError, ValueError):
            with contextlib.suppress(OSError):
                self.path.unlink()
            return {}

    def keep(self, parsed: Mapping[Found, Parsed]) -> None:
        """Add what was parsed now, and forget files that are gone. A full disk is no error."""
        if self.path is None:
            return
        rows = [
            (str(f.path), *_seen(f), FORMAT, json.dumps(parsed_to(p))) for f, p in parsed.items()
        ]
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with contextlib.closing(sqlite3.connect(self.path, timeout=2)) as db, db:
                db.execute(_TABLE)
                db.executemany("insert or replace into parsed values (?, ?, ?, ?, ?, ?, ?)", rows)
                self._forget(db)
        except (sqlite3.Error, OSError, UnicodeEncodeError):
            return

    @staticmethod
    def _forget(connection: sqlite3.Connection) -> None:
        paths = [row[0] for row in connection.execute("select path from parsed")]
        gone = [(path,) for path in paths if not exists(Path(path))]
        connection.executemany("delete from parsed where path = ?", gone)


def _seen(found: Found) -> tuple[str, int, int, int]:
    return found.relative, found.size, found.mtime_ns, found.inode
