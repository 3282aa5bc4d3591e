"""A connection to the database of reviews: durable, patient, one transaction a change."""

from __future__ import annotations

import sqlite3
import threading
import time
import weakref
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

from vade.errors import VadeError
from vade.review.store.schema import MIGRATIONS

__all__ = ["Connection", "check", "connect", "readable"]

_PATIENCE = 60.0
"""Seconds that one process waits for the others."""
_AGAIN = "Start vade again: it sets the file aside and recovers what it can"


class Connection:
    """One database file. A transaction that ended is on the disk, whatever happens next."""

    def __init__(self, path: Path, raw: sqlite3.Connection) -> None:
        """Wrap an open connection."""
        self.path = path
        self.raw = raw
        self._lock = threading.RLock()
        weakref.finalize(self, raw.close)

    def rows(self, sql: str, args: Sequence[object] = ()) -> list[sqlite3.Row]:
        """Return all rows of a query."""
        with self._lock, _said(self.path):
            return self.raw.execute(sql, args).fetchall()

    def row(self, sql: str, args: Sequence[object] = ()) -> sqlite3.Row | None:
        """Return the first row of a query, or None."""
        return next(iter(self.rows(sql, args)), None)

    @contextmanager
    def change(self, begin: str = "begin immediate") -> Iterator[sqlite3.Connection]:
        """Run a block as one transaction that no other process interrupts."""
        with self._lock, _said(self.path):
            self.raw.execute(begin)
            try:
                yield self.raw
            except BaseException:
                self.raw.rollback()
                raise
            self.raw.commit()

    def look(self) -> AbstractContextManager[sqlite3.Connection]:
        """Run a block that only reads, and sees one state of the file throughout."""
        return self.change("begin")

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self.raw.close()


def connect(path: Path, migrations: Sequence[str] = MIGRATIONS) -> Connection:
    """Open the database at `path`, made or migrated where needed.

    Raises:
        sqlite3.DatabaseError: the file is damaged.
        VadeError: the file cannot be opened, or a newer Vade wrote it.
    """
    raw = _open(path)
    try:
        _use_wal(raw)
        raw.execute("pragma synchronous = full")
        raw.execute("pragma foreign_keys = on")
        _migrate(raw, path, migrations)
    except BaseException:
        raw.close()
        raise
    return Connection(path, raw)


def _open(path: Path) -> sqlite3.Connection:
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600)
        raw = sqlite3.connect(
            path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
        )
    except (OSError, sqlite3.OperationalError) as error:
        raise VadeError(f"reviews cannot be kept: {error}", where=str(path)) from error
    raw.row_factory = sqlite3.Row
    raw.text_factory = readable
    return raw


def check(raw: sqlite3.Connection) -> None:
    """Look through the whole file.

    Raises:
        sqlite3.DatabaseError: it is damaged.
    """
    found = raw.execute("pragma quick_check(1)").fetchone()[0]
    if found != "ok":
        raise sqlite3.DatabaseError(found)


def readable(data: bytes) -> str:
    """Return text of the database; bytes that are no UTF-8 any more stand as U+FFFD."""
    return data.decode("utf-8", "replace")


def _use_wal(raw: sqlite3.Connection) -> None:
    """Switch to the write-ahead log; another process that does the same makes this one wait."""
    deadline = time.monotonic() + _PATIENCE
    while raw.execute("pragma journal_mode").fetchone()[0] != "wal":
        try:
            raw.execute("pragma journal_mode = wal")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.01)


def _migrate(raw: sqlite3.Connection, path: Path, migrations: Sequence[str]) -> None:
    version = _version(raw)
    if version > len(migrations):
        hint = f"Update Vade: the file has version {version}, this Vade knows {len(migrations)}"
        raise VadeError("a newer Vade wrote the reviews", where=str(path), hint=hint)
    if version == len(migrations):
        return
    if version:
        _back_up(raw, path, version)
    raw.execute("begin immediate")
    try:
        for step in migrations[_version(raw) :]:
            for statement in step.split(";\n"):
                raw.execute(statement)
        raw.execute(f"pragma user_version = {len(migrations)}")
    except BaseException:
        raw.rollback()
        raise
    raw.commit()


def _back_up(raw: sqlite3.Connection, path: Path, version: int) -> None:
    """Check the file and copy it beside itself before anything of it changes."""
    check(raw)
    with closing(sqlite3.connect(path.with_name(f"{path.name}.v{version}"))) as copy:
        raw.backup(copy)


def _version(raw: sqlite3.Connection) -> int:
    return int(raw.execute("pragma user_version").fetchone()[0])


@contextmanager
def _said(path: Path) -> Iterator[None]:
    """Turn what the database says into a sentence."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise VadeError("the reviews are damaged", where=str(path), hint=_AGAIN) from error
    except sqlite3.OperationalError as error:
        hint = "Another vade may hold it, or the disk is full or not writable"
        raise VadeError(f"the reviews: {error}", where=str(path), hint=hint) from error
    except sqlite3.DatabaseError as error:
        raise VadeError(
            f"the reviews are damaged: {error}", where=str(path), hint=_AGAIN
        ) from error
