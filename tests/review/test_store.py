"""The database: nothing that was acknowledged is lost, whatever dies or breaks."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
import types
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

import vade
from review.desks import LIST, Source, check, desk
from vade.errors import NotFoundError, VadeError
from vade.review import ReviewStore
from vade.review.model import State
from vade.review.store.connection import Connection, _back_up, connect
from vade.review.store.schema import MIGRATIONS

MANY = Source("pack:many/checks", "Many", tuple(check(f"Item {n}", "many") for n in range(200)))
KILLS = int(os.environ.get("VADE_KILLS", "30"))
"""1,000 by `make reliability`."""
WRITER = """
import sys
from pathlib import Path
sys.path[:0] = sys.argv[3:]
from review.desks import desk
from vade.review.model import State
state, project = Path(sys.argv[1]), Path(sys.argv[2])
here = desk(state, project)
review = here.newest_draft()
for n, item in enumerate(review.items):
    here.answer(review.id, item.id, State.FAIL, reason=f"answer {n}")
    print(n, flush=True)
"""


def folders(tmp_path: Path) -> tuple[Path, Path]:
    project = tmp_path / "shop"
    (project / ".vade").mkdir(parents=True)
    return tmp_path / "state", project


def kill_while_answering(tmp_path: Path, lines: int) -> None:
    """Kill a process after it has acknowledged some answers, and count what is there."""
    state, project = folders(tmp_path)
    here = desk(state, project)
    review = here.start([MANY])
    paths = [str(Path(vade.__file__).parents[1]), str(Path(__file__).parents[1])]
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(state), str(project), *paths],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    told = [process.stdout.readline() for _ in range(lines)]
    os.kill(process.pid, signal.SIGKILL)
    told += process.stdout.readlines()
    process.stdout.close()
    process.wait()
    acknowledged = len([line for line in told if line.endswith("\n")])
    found = [i.answer.reason for i in here.get(review.id).items[:acknowledged]]
    assert found == [f"answer {n}" for n in range(acknowledged)]
    assert acknowledged >= lines
    here.store.close()


@pytest.mark.parametrize("lines", [1, 7, 40])
def test_acknowledged_answers_survive_kill_9(tmp_path: Path, lines: int) -> None:
    kill_while_answering(tmp_path, lines)


@pytest.mark.slow
def test_many_kills_lose_nothing(tmp_path: Path) -> None:
    for turn in range(KILLS):
        kill_while_answering(tmp_path / str(turn), 1 + turn * 7 % 150)


def _write(state: Path, project: Path, name: int, count: int) -> None:
    here = desk(state, project)
    review = here.newest_draft()
    assert review is not None
    for n in range(count):
        here.answer(review.id, review.items[n].id, notes=f"{name} was here")
    here.store.close()


def write_together(tmp_path: Path, processes: int, count: int) -> None:
    state, project = folders(tmp_path)
    here = desk(state, project)
    review = here.start([MANY])
    context = multiprocessing.get_context("spawn")
    crowd = [
        context.Process(target=_write, args=(state, project, n, count)) for n in range(processes)
    ]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()
    assert [one.exitcode for one in crowd] == [0] * processes
    told = [(e.item, e.after.notes) for e in here.history(review.id) if e.after]
    wanted = {(i.id, f"{n} was here") for i in review.items[:count] for n in range(processes)}
    assert len(told) == processes * count
    assert set(told) == wanted
    here.store.close()


def test_two_processes_lose_no_answer(tmp_path: Path) -> None:
    write_together(tmp_path, 2, 10)


@pytest.mark.slow
def test_eight_processes_with_200_answers_each_lose_none(tmp_path: Path) -> None:
    write_together(tmp_path, 8, 200)


def test_two_terminals_see_each_others_answers(tmp_path: Path) -> None:
    state, project = folders(tmp_path)
    one, other = desk(state, project), desk(state, project)
    review = one.start([LIST])
    before = other.version(review.id)
    one.answer(review.id, "logging", State.PASS)
    assert other.version(review.id) > before
    other.answer(review.id, "logging", notes="seen")
    answer = one.get(review.id).items[0].answer
    assert (answer.state, answer.notes) == (State.PASS, "seen")


def test_a_damaged_file_is_set_aside_and_what_is_left_is_recovered(tmp_path: Path) -> None:
    state, project = folders(tmp_path)
    here = desk(state, project)
    kept = [here.start([MANY], again=False).id for _ in range(2)]
    here.store.connection.raw.execute("pragma wal_checkpoint(truncate)")
    here.store.close()
    path = state / "reviews.db"
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 4096] = os.urandom(4096)
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


def test_the_files_of_a_project_move_along_whatever_separates_their_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = desk(*folders(tmp_path))
    review = here.start([LIST])
    old, new = "C:\\old\\shop", "D:\\shop"
    here.store.move(here.root, old, here.stamp())
    for path in (f"{old}\\docs\\a.md", f"{old}-two\\b.md"):
        here.store.exported(review.id, path, b"x", here.stamp(), ours=True)
    monkeypatch.setattr("vade.review.store.store.os", types.SimpleNamespace(sep="\\"))
    assert here.store.move(old, new, here.stamp()) == 1
    paths = {exported.path for exported in here.store.exports(review.id)}
    assert paths == {"D:\\shop\\docs\\a.md", f"{old}-two\\b.md"}


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


def test_a_newer_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "reviews.db"
    connect(path, (*MIGRATIONS, "create table extra (a)")).close()
    with pytest.raises(VadeError, match="newer Vade"):
        ReviewStore.open(path)


def test_an_id_in_its_own_letters_names_one_review(tmp_path: Path) -> None:
    here = desk(*folders(tmp_path))
    review = here.start([LIST])
    other = replace(review, id=review.id.lower())
    here.store.add(other, here.stamp())
    assert here.get(review.id).id == review.id
    assert here.get(other.id).id == other.id
    here.store.close()


def test_a_review_is_named_by_the_beginning_of_its_id(tmp_path: Path) -> None:
    here = desk(*folders(tmp_path))
    review = here.start([LIST])
    assert here.get(review.id[:12].lower()) == review
    with pytest.raises(NotFoundError):
        here.get("ZZZ")
    with pytest.raises(NotFoundError):
        here.get("")


def test_a_place_that_cannot_be_written_is_said_at_once(tmp_path: Path) -> None:
    (tmp_path / "reviews.db").mkdir()
    with pytest.raises(VadeError, match="cannot be kept"):
        ReviewStore.open(tmp_path / "reviews.db")


@pytest.mark.parametrize("data", [b"x", b"SQLite format 3\0", bytes(4096)])
def test_what_sqlite_takes_for_empty_is_set_aside_and_not_written_over(
    tmp_path: Path, data: bytes
) -> None:
    state, project = folders(tmp_path)
    state.mkdir()
    (state / "reviews.db").write_bytes(data)
    assert "damaged" in desk(state, project).notices[0]
    assert (state / "reviews.db.damaged-1").read_bytes() == data


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
