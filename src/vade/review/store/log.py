"""The log of a review: every change with its time and author; undo and redo walk it."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from datetime import datetime

from vade.errors import VadeError
from vade.review.codec import read_answer
from vade.review.model import Answer
from vade.review.spelling import show_time
from vade.review.store.rows import answer_text, rivals_text

__all__ = ["Event", "Stamp", "note", "read_event", "step_back", "step_forward", "write_answer"]

_LIVE, _UNDONE, _DROPPED = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who did it, and when."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the log."""

    seq: int
    kind: str
    item: str
    by: str
    at: datetime
    before: Answer | None = None
    after: Answer | None = None
    undone: bool = False


def note(raw: sqlite3.Connection, review: str, kind: str, stamp: Stamp, item: str = "") -> None:
    """Write an event that changes no answer, and count the review's version up."""
    _insert(raw, (review, kind, item, show_time(stamp.at), stamp.by, None, None))


def write_answer(
    raw: sqlite3.Connection,
    review: str,
    item: str,
    after: Answer,
    stamp: Stamp,
    rivals: tuple[Answer, ...] = (),
) -> None:
    """Replace an answer and log it; what was undone before can no longer be redone."""
    row = raw.execute(
        "select answer, rivals from item where review = ? and id = ?", (review, item)
    ).fetchone()
    before = _both(row["answer"], row["rivals"])
    new = _both(answer_text(after), rivals_text(rivals))
    raw.execute(
        "update event set undone = ? where review = ? and undone = ?", (_DROPPED, review, _UNDONE)
    )
    _put(raw, review, item, new)
    when = show_time(stamp.at)
    _insert(raw, (review, "answer", item, when, stamp.by, before, new))


def step_back(raw: sqlite3.Connection, review: str, stamp: Stamp) -> str | None:
    """Take the last answer back; return its item, or None where nothing is left to undo."""
    return _step(raw, review, stamp, (_LIVE, _UNDONE, "desc", "before", "undo"))


def step_forward(raw: sqlite3.Connection, review: str, stamp: Stamp) -> str | None:
    """Give the answer that was undone last again; return its item, or None."""
    return _step(raw, review, stamp, (_UNDONE, _LIVE, "asc", "after", "redo"))


def _step(
    raw: sqlite3.Connection, review: str, stamp: Stamp, how: tuple[int, int, str, str, str]
) -> str | None:
    found, left, order, side, kind = how
    row = raw.execute(
        f"select * from event where review = ? and kind = 'answer' and undone = ?"  # noqa: S608
        f" order by seq {order} limit 1",
        (review, found),
    ).fetchone()
    if row is None:
        return None
    raw.execute("update event set undone = ? where seq = ?", (left, row["seq"]))
    _put(raw, review, row["item"], row[side])
    note(raw, review, kind, stamp, row["item"])
    return str(row["item"])


def _both(answer: str, rivals: str) -> str:
    """An answer and its rivals as one text, so that undo brings back both."""
    return f'{{"answer": {answer}, "rivals": {rivals}}}'


def _put(raw: sqlite3.Connection, review: str, item: str, both: str) -> None:
    try:
        value = json.loads(both)
        answer, rivals = (json.dumps(value[k], ensure_ascii=False) for k in ("answer", "rivals"))
    except (ValueError, KeyError, TypeError) as error:
        raise VadeError(f"the log of review {review} is damaged") from error
    raw.execute(
        "update item set answer = ?, rivals = ? where review = ? and id = ?",
        (answer, rivals, review, item),
    )


def _insert(raw: sqlite3.Connection, row: tuple[object, ...]) -> None:
    raw.execute(
        "insert into event (review, kind, item, at, by, before, after)"
        " values (?, ?, ?, ?, ?, ?, ?)",
        row,
    )
    raw.execute("update review set version = version + 1 where id = ?", (row[0],))


def read_event(row: sqlite3.Row, at: datetime) -> Event:
    """Return the event of a row."""
    return Event(
        seq=row["seq"],
        kind=row["kind"],
        item=row["item"] or "",
        by=row["by"],
        at=at,
        before=_answer(row["before"]),
        after=_answer(row["after"]),
        undone=row["undone"] != _LIVE,
    )


def _answer(both: str | None) -> Answer | None:
    return read_answer(json.loads(both)["answer"]) if both else None
