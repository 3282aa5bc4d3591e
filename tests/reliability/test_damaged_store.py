"""The database is damaged in every way; Vade says so, keeps the file, and goes on."""

from __future__ import annotations

import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from reliability.figures import count, tell
from reliability.place import Place

pytestmark = pytest.mark.slow


def fill(place: Place) -> bytes:
    """Some reviews with answers; return the file."""
    shutil.rmtree(place.state, ignore_errors=True)
    for _ in range(2):
        place_review(place)
    return (place.state / "reviews.db").read_bytes()


def place_review(place: Place) -> None:
    from reliability.place import LIST

    here = place.desk()
    review = here.start([LIST], again=False)
    for item in review.items[:8]:
        here.answer(review.id, item.id, notes=f"notes on {item.title} " * 20)
    here.store.connection.raw.execute("pragma wal_checkpoint(truncate)")
    here.store.close()


def damaged(whole: bytes, random_: random.Random) -> bytes:
    """Damage a file in one of the ways in which files are damaged."""
    data = bytearray(whole)
    at = random_.randrange(len(data))
    match random_.randrange(7):
        case 0:
            for _ in range(random_.choice((1, 8, 200))):
                data[random_.randrange(len(data))] ^= 1 << random_.randrange(8)
        case 1:
            del data[at:]
        case 2:
            data[at:] = bytes(len(data) - at)
        case 3:
            page = at // 4096 * 4096
            data[page : page + 4096] = random_.randbytes(4096)
        case 4:
            data[:] = random_.choice((b"", b"x", b"PK\x03\x04" * 900, random_.randbytes(9000)))
        case 5:
            data[: random_.choice((16, 100))] = random_.randbytes(16)
        case _:
            data[at:at] = random_.randbytes(random_.choice((1, 512, 4096)))
    return bytes(data)


def texts(path: Path) -> set[str]:
    """The notes that the database at `path` has, as SQLite itself reads them."""
    with sqlite3.connect(path) as raw:
        rows = raw.execute("select answer from item").fetchall()
    raw.close()
    return {row[0] for row in rows}


def test_a_damaged_database_is_said_kept_and_left_behind(place: Place) -> None:
    random_ = random.Random(7)
    whole = fill(place)
    good = place.home / "good.db"
    good.write_bytes(whole)
    turns = count(20, 500)
    for turn in range(turns):
        shutil.rmtree(place.state)
        place.state.mkdir()
        broken = damaged(whole, random_)
        (place.state / "reviews.db").write_bytes(broken)
        done = place.run("review", "list", "--json")
        said = f"turn {turn}: {done.returncode} {done.stdout[:500]}{done.stderr}"
        assert "Traceback" not in done.stderr, said
        assert "unexpected" not in done.stderr, said
        assert done.returncode in {0, 1, 2}, said
        aside = place.state / "reviews.db.damaged-1"
        if aside.exists():
            assert aside.read_bytes() == broken, said
            assert "damaged" in done.stderr, said
        elif done.returncode in {0, 1} and broken:
            # not noticed: then what is there is either whole or was said to be missing
            assert texts(place.state / "reviews.db") or "vade:" in done.stderr, said
        again = place.run("review", "start", "--fresh", "backend-specialist/review-checklist")
        assert again.returncode == 0 or done.returncode == 2, f"{said} {again.stderr}"
    tell("store", turns)


@pytest.mark.parametrize(
    "sql",
    ["pragma user_version = 99", "drop table item", "update item set answer = 'no json'",
     "update review set head = '{}'", "update review set started = 'yesterday'",
     "update event set after = 'x'"],
)  # fmt: skip
def test_a_database_that_says_something_else_is_no_traceback(place: Place, sql: str) -> None:
    fill(place)
    with sqlite3.connect(place.state / "reviews.db") as raw:
        raw.execute(sql)
    raw.close()
    for args in (("list",), ("show",), ("undo",), ("export",), ("todo",)):
        done = place.run("review", *args)
        said = f"{args}: {done.returncode} {done.stderr}"
        assert "Traceback" not in done.stderr, said
        assert "unexpected" not in done.stderr, said
    tell("store", 1)
