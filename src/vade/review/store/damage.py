"""A damaged database is set aside, and what can be read of it is carried over."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from vade.errors import VadeError
from vade.review.store.connection import Connection, check, connect, readable
from vade.review.store.schema import TABLES

__all__ = ["open_or_recover"]

_WHOLE = 4_000_000
"""Up to this size in bytes a file is checked whole whenever it is opened."""
_SHORTEST = 512
_MAGIC = b"SQLite format 3\0"


def open_or_recover(path: Path) -> tuple[Connection, tuple[str, ...]]:
    """Open the database at `path`; where it is damaged, begin a new one with what is left.

    Returns:
        The connection, and sentences to tell the user.
    """
    try:
        _look(path)
        return _checked(connect(path)), ()
    except sqlite3.OperationalError as error:
        hint = "Is the disk full, or the folder not writable? `vade paths` names it"
        said = f"reviews cannot be kept: {error}"
        raise VadeError(said, where=str(path), hint=hint) from error
    except sqlite3.DatabaseError as error:
        return _recover(path, str(error))
    except UnicodeDecodeError:  # of a message that quotes the damaged part
        return _recover(path, "it is not readable")


def _look(path: Path) -> None:
    """SQLite takes a file that is shorter than a page for an empty one, and writes over it."""
    try:
        with path.open("rb") as file:
            head = file.read(_SHORTEST)
    except OSError:
        return
    if head and (len(head) < _SHORTEST or not head.startswith(_MAGIC)):
        raise sqlite3.DatabaseError("file is not a database")


def _checked(connection: Connection) -> Connection:
    """The connection, where its file is sound; else it is closed, so that the file can be moved."""
    try:
        if connection.path.stat().st_size <= _WHOLE:
            check(connection.raw)
    except BaseException:
        connection.close()
        raise
    return connection


def _recover(path: Path, why: str) -> tuple[Connection, tuple[str, ...]]:
    aside = _free_name(path)
    for suffix in ("", "-wal", "-shm"):
        beside = path.with_name(path.name + suffix)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + suffix))
    connection = connect(path)
    count = _carry_over(aside, connection)
    said = f"the database of reviews was damaged ({why}); it is kept as {aside}"
    return connection, (f"{said}, and {count} reviews were recovered from it",)


def _free_name(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    return aside


def _carry_over(aside: Path, connection: Connection) -> int:
    """Copy every row that can still be read and that fits; count the reviews."""
    try:
        old = sqlite3.connect(f"{aside.as_uri()}?mode=rw", uri=True)
    except sqlite3.Error:
        return 0
    old.text_factory = readable
    try:
        for table in TABLES:
            _carry_table(old, connection, table)
    finally:
        old.close()
    with connection.change() as raw:
        raw.execute("delete from review where id not in (select review from item)")
    row = connection.row("select count(*) from review")
    return int(row[0]) if row else 0


def _carry_table(old: sqlite3.Connection, connection: Connection, table: str) -> None:
    """Copy rows from both ends, since a damaged page stops a walk in either direction."""
    for order in ("asc", "desc"):
        try:
            cursor = old.execute(f"select * from {table} order by rowid {order}")  # noqa: S608
            marks = ", ".join("?" * len(cursor.description))
            put = f"insert or ignore into {table} values ({marks})"  # noqa: S608
            while (row := cursor.fetchone()) is not None:
                _put(connection, put, tuple(row))
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            continue


def _put(connection: Connection, sql: str, row: tuple[object, ...]) -> None:
    try:
        connection.raw.execute(sql, row)
    except sqlite3.IntegrityError:
        return
