"""A database that is damaged: set aside as a file, said as a review, recovered where it can be."""

from __future__ import annotations

import random
import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest

from review.desks import LIST, MANY, desk, folders
from vade.errors import VadeError
from vade.review.store.connection import Connection


def test_a_damaged_file_is_set_aside_and_what_is_left_is_recovered(tmp_path: Path) -> None:
    state, project = folders(tmp_path)
    here = desk(state, project)
    kept = [here.start([MANY], again=False).id for _ in range(2)]
    here.store.connection.raw.execute("pragma wal_checkpoint(truncate)")
    here.store.close()
    path = state / "reviews.db"
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 4096] = random.Random(1).randbytes(4096)
    path.write_bytes(data)
    again = desk(state, project)
    assert "damaged" in again.notices[0]
    assert (state / "reviews.db.damaged-1").read_bytes() == bytes(data)
    assert {r.id for r in again.reviews()} & set(kept)
    again.start([LIST])


def test_a_file_that_is_no_database_is_set_aside(tmp_path: Path) -> None:
    state, project = folders(tmp_path)
    state.mkdir()
    (state / "reviews.db").write_text("not a database " * 100, encoding="utf-8")
    here = desk(state, project)
    assert "reviews.db.damaged-1" in here.notices[0]
    assert here.reviews() == ()


@pytest.mark.parametrize("data", [b"x", b"SQLite format 3\0", bytes(4096)])
def test_what_sqlite_takes_for_empty_is_set_aside_and_not_written_over(
    tmp_path: Path, data: bytes
) -> None:
    state, project = folders(tmp_path)
    state.mkdir()
    (state / "reviews.db").write_bytes(data)
    assert "damaged" in desk(state, project).notices[0]
    assert (state / "reviews.db.damaged-1").read_bytes() == data


def test_a_message_that_cannot_be_read_sets_the_file_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state, project = folders(tmp_path)
    desk(state, project).start([LIST])

    def unreadable(_: object) -> None:
        monkeypatch.undo()
        raise UnicodeDecodeError("utf-8", b"\xc5", 0, 1, "invalid continuation byte")

    monkeypatch.setattr("vade.review.store.damage.check", unreadable)
    again = desk(state, project)
    assert "damaged" in again.notices[0]
    assert len(again.reviews()) == 1


@pytest.mark.parametrize("why", [sqlite3.DatabaseError, sqlite3.OperationalError])
def test_a_file_that_is_not_sound_is_not_left_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, why: type[Exception]
) -> None:
    """Windows moves no file aside that is open."""
    state, project = folders(tmp_path)
    desk(state, project).store.close()
    closed: list[Connection] = []

    def unsound(_: object) -> None:
        monkeypatch.setattr("vade.review.store.damage.check", lambda _: None)
        raise why("unsound")

    real = Connection.close
    monkeypatch.setattr(Connection, "close", lambda self: closed.append(self) or real(self))
    monkeypatch.setattr("vade.review.store.damage.check", unsound)
    with suppress(VadeError):
        desk(state, project)
    (left,) = closed
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        left.raw.execute("select 1")


@pytest.mark.parametrize(
    "sql", ["update item set answer = 'x'", "update review set started = 'yesterday'"]
)
def test_a_row_that_no_vade_wrote_is_said_by_the_review_it_is_in(tmp_path: Path, sql: str) -> None:
    here = desk(*folders(tmp_path))
    review = here.start([LIST])
    here.store.connection.raw.execute(sql)
    with pytest.raises(VadeError, match=f"{review.id} is damaged"):
        here.get(review.id)


def test_a_damaged_review_does_not_hide_the_others(tmp_path: Path) -> None:
    here = desk(*folders(tmp_path))
    damaged, sound = here.start([LIST]), here.start([LIST])
    here.store.connection.raw.execute(
        "update item set answer = 'x' where review = ?", (damaged.id,)
    )
    assert [r.id for r in here.reviews()] == [sound.id]
    (said,) = here.unreadable()
    assert f"{damaged.id} is damaged" in said


def test_bytes_that_are_no_utf_8_any_more_are_shown_as_such(tmp_path: Path) -> None:
    here = desk(*folders(tmp_path))
    review = here.start([LIST])
    here.answer(review.id, review.items[0].id, notes="cafe noir")
    here.store.connection.raw.execute(
        "update item set answer = cast(replace(cast(answer as blob), 'noir', x'c52e') as text)"
    )
    assert here.get(review.id).items[0].answer.notes == "cafe \ufffd."
