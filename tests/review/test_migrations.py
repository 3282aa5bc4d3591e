"""An older database is brought up to date, a newer one refused."""

from __future__ import annotations

import sqlite3
import types
from pathlib import Path

import pytest

from vade.errors import VadeError
from vade.review import ReviewStore
from vade.review.store.connection import _back_up, connect
from vade.review.store.schema import MIGRATIONS


def test_a_migration_leaves_a_backup_beside_the_file(tmp_path: Path) -> None:
    path = tmp_path / "reviews.db"
    connect(path).close()
    newer = connect(path, (*MIGRATIONS, "create table extra (a);\ninsert into extra values (1)"))
    assert newer.row("select a from extra") is not None
    newer.close()
    with sqlite3.connect(tmp_path / "reviews.db.v1") as backup:
        assert backup.execute("pragma user_version").fetchone() == (1,)
    backup.close()


def test_a_failed_migration_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "reviews.db"
    connect(path).close()
    with pytest.raises(sqlite3.OperationalError):
        connect(path, (*MIGRATIONS, "create table extra (a);\nnonsense"))
    again = connect(path)
    assert again.rows("select name from sqlite_master where name = 'extra'") == []
    again.close()


def test_a_backup_that_fails_is_not_left_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = sqlite3.connect(tmp_path / "reviews.db.v1")
    source = types.SimpleNamespace(backup=lambda _: 1 / 0)
    monkeypatch.setattr("vade.review.store.connection.check", lambda _: None)
    monkeypatch.setattr("vade.review.store.connection.sqlite3.connect", lambda _: copy)
    with pytest.raises(ZeroDivisionError):
        _back_up(source, tmp_path / "reviews.db", 1)  # type: ignore[arg-type]
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        copy.execute("select 1")


def test_a_newer_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "reviews.db"
    connect(path, (*MIGRATIONS, "create table extra (a)")).close()
    with pytest.raises(VadeError, match="newer Vade"):
        ReviewStore.open(path)
