"""All reviews of this user, in one SQLite file."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from vade.errors import DamagedError, NotFoundError, VadeError
from vade.review.model import Item, Review
from vade.review.spelling import read_time, show_time
from vade.review.store.connection import Connection
from vade.review.store.damage import open_or_recover
from vade.review.store.log import (
    Event,
    Stamp,
    note,
    read_event,
    step_back,
    step_forward,
    write_answer,
)
from vade.review.store.rows import head_text, item_row, read_review, when
from vade.text import clean_line, quoted

__all__ = ["Exported", "ReviewStore", "digest"]


_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_LIST = "`vade review list` names them"


def digest(data: bytes) -> str:
    """Return the digest that tells whether a file was touched."""
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that a review was written to, or read from."""

    path: str
    digest: str
    """SHA-256 of its bytes."""
    text: str
    ours: bool
    """Whether Vade wrote it; else it was read."""


@dataclass(frozen=True, slots=True)
class ReviewStore:
    """Reviews, answers and their log. Every method is one transaction."""

    connection: Connection
    notices: tuple[str, ...] = ()
    """What the user should be told: a damaged file was set aside."""

    @classmethod
    def open(cls, path: Path) -> ReviewStore:
        """Open the database at `path`; it is made where it is missing."""
        return cls(*open_or_recover(path))

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def add(self, review: Review, stamp: Stamp, kind: str = "start", origin: str = "") -> None:
        """Keep a new review. `origin` is the first commit of its project."""
        started, finished = when(review)
        row = (review.id, review.root, origin, started, finished, head_text(review))
        items = [item_row(review.id, n, item) for n, item in enumerate(review.items)]
        with self.connection.change() as raw:
            raw.execute(
                "insert into review (id, root, origin, started, finished, head)"
                " values (?, ?, ?, ?, ?, ?)",
                row,
            )
            raw.executemany("insert into item values (?, ?, ?, ?, ?, ?)", items)
            note(raw, review.id, kind, stamp)

    def get(self, review_id: str) -> Review:
        """Return the review of this id.

        Raises:
            NotFoundError: there is none.
        """
        with self.connection.look() as raw:
            return self._review(raw, review_id)

    def every(
        self, root: str | None = None, *, drafts: bool = False
    ) -> tuple[tuple[Review, ...], tuple[str, ...]]:
        """Return the reviews of one folder or of all, newest first, and what is said of the rest.

        A review that is damaged in the database does not hide those beside it. With `drafts`, only
        the unfinished ones are read: of a project that is reviewed often they are few.
        """
        read: list[Review] = []
        said: list[str] = []
        for review_id in self.ids(root, drafts=drafts):
            try:
                read.append(self.get(review_id))
            except DamagedError as error:
                said.append(str(error))
        return tuple(read), tuple(said)

    def resolve(self, ref: str) -> str:
        """Return the id that `ref` is or begins, in any case.

        Raises:
            NotFoundError: no review has such an id.
            VadeError: several have.
        """
        wanted = ref.strip().upper()
        rows = self.connection.rows(
            "select id from review where ? <> '' and upper(substr(id, 1, ?)) = ?",
            (wanted, len(wanted), wanted),
        )
        ids = [str(row["id"]) for row in rows]
        if ref in ids:
            return ref
        whole = [i for i in ids if i.upper() == wanted]
        if len(whole or ids) == 1:
            return (whole or ids)[0]
        if not ids:
            raise NotFoundError(f"no review {quoted(ref)}", hint=_LIST)
        raise VadeError(f"{quoted(ref)} begins several reviews: {', '.join(ids)}")

    def ids(
        self, root: str | None = None, *, discarded: bool = False, drafts: bool = False
    ) -> list[str]:
        """Return ids, newest first: of one project's folder, or of all; of drafts only."""
        there = "is not null" if discarded else "is null"
        unfinished = "and finished is null" if drafts else ""
        rows = self.connection.rows(
            f"select id from review where discarded {there} {unfinished}"  # noqa: S608
            " and (? is null or root = ?) order by started desc, id desc",
            (root, root),
        )
        return [str(row["id"]) for row in rows]

    def version(self, review_id: str) -> int:
        """Return a number that grows with every change to the review; 0 where there is none."""
        row = self.connection.row("select version from review where id = ?", (review_id,))
        return int(row["version"]) if row else 0

    def answer(
        self, review_id: str, item_id: str, change: Callable[[Item], Item], stamp: Stamp
    ) -> None:
        """Change the answer of one item as it stands now, whoever wrote it last."""
        with self.connection.change() as raw:
            item = self._item(raw, review_id, item_id)
            after = change(item)
            write_answer(raw, review_id, item_id, after.answer, stamp, after.rivals)

    def undo(self, review_id: str, stamp: Stamp) -> str | None:
        """Take the last answer back; return its item, or None where nothing is left."""
        with self.connection.change() as raw:
            return step_back(raw, review_id, stamp)

    def redo(self, review_id: str, stamp: Stamp) -> str | None:
        """Give the answer again that was undone last; return its item, or None."""
        with self.connection.change() as raw:
            return step_forward(raw, review_id, stamp)

    def mark(self, review_id: str, kind: str, stamp: Stamp) -> None:
        """Finish, reopen, discard or restore a review."""
        column, value = {
            "finish": ("finished", show_time(stamp.at)),
            "reopen": ("finished", None),
            "discard": ("discarded", show_time(stamp.at)),
            "restore": ("discarded", None),
        }[kind]
        with self.connection.change() as raw:
            raw.execute(
                f"update review set {column} = ? where id = ?",  # noqa: S608
                (value, review_id),
            )
            note(raw, review_id, kind, stamp)

    def events(self, review_id: str) -> tuple[Event, ...]:
        """Return the log of a review, oldest first."""
        rows = self.connection.rows(
            "select * from event where review = ? order by seq", (review_id,)
        )
        try:
            return tuple(read_event(row, read_time(row["at"]) or _NEVER) for row in rows)
        except (ValueError, KeyError, TypeError) as error:
            raise DamagedError(f"the log of review {review_id} is damaged") from error

    def exported(self, review_id: str, path: str, data: bytes, stamp: Stamp, *, ours: bool) -> None:
        """Remember what was written to a file, or read from one that somebody else wrote."""
        with self.connection.change() as raw:
            note(raw, review_id, "export" if ours else "import", stamp)
            raw.execute(
                "insert or replace into export (review, path, digest, text, ours, seq)"
                " values (?, ?, ?, ?, ?, (select max(seq) from event where review = ?))",
                (review_id, path, digest(data), data.decode("utf-8", "replace"), ours, review_id),
            )

    def exports(self, review_id: str) -> tuple[Exported, ...]:
        """Return what was written and read of a review, newest first."""
        rows = self.connection.rows(
            "select path, digest, text, ours from export where review = ? order by seq desc",
            (review_id,),
        )
        return tuple(Exported(r["path"], r["digest"], r["text"], bool(r["ours"])) for r in rows)

    def merge(self, merged: Review, stamp: Stamp) -> None:
        """Write what a merge changed: answers through the log, new items, text kept."""
        with self.connection.change() as raw:
            known = {i.id: i for i in self._review(raw, merged.id).items}
            for position, item in enumerate(merged.items, len(known)):
                old = known.get(item.id)
                if old is None:
                    row = item_row(merged.id, position, item)
                    raw.execute("insert into item values (?, ?, ?, ?, ?, ?)", row)
                elif (old.answer, old.rivals) != (item.answer, item.rivals):
                    write_answer(raw, merged.id, item.id, item.answer, stamp, item.rivals)
            raw.execute("update review set head = ? where id = ?", (head_text(merged), merged.id))
            note(raw, merged.id, "merge", stamp)

    def move(self, old: str, new: str, stamp: Stamp) -> int:
        """Give all reviews of one folder to another, and the files they were written to.

        What stands below a folder is told by the separator behind it: `/`, or the system's own.
        """
        with self.connection.change() as raw:
            ids = [r["id"] for r in raw.execute("select id from review where root = ?", (old,))]
            raw.execute("update review set root = ? where root = ?", (new, old))
            raw.execute(
                "update or ignore export set path = ? || substr(path, ?)"
                " where substr(path, 1, ?) in (?, ?)",
                (new, len(old) + 1, len(old) + 1, f"{old}/", f"{old}{os.sep}"),
            )
            for review_id in ids:
                note(raw, review_id, "move", stamp)
        return len(ids)

    def roots(self, origin: str) -> list[str]:
        """Return the folders of the projects that began with this commit."""
        rows = self.connection.rows(
            "select distinct root from review where origin = ? and origin <> ''", (origin,)
        )
        return [str(row["root"]) for row in rows]

    def purge(self, before: str) -> None:
        """Forget reviews that were discarded before this time."""
        with self.connection.change() as raw:
            raw.execute("delete from review where discarded < ?", (before,))

    @staticmethod
    def _review(raw: sqlite3.Connection, review_id: str) -> Review:
        row = raw.execute("select * from review where id = ?", (review_id,)).fetchone()
        items = raw.execute(
            "select * from item where review = ? order by position", (review_id,)
        ).fetchall()
        if row is None:
            raise NotFoundError(f"no review {quoted(review_id)}", hint=_LIST)
        return _understood(row, items)

    @staticmethod
    def _item(raw: sqlite3.Connection, review_id: str, item_id: str) -> Item:
        row = raw.execute("select * from review where id = ?", (review_id,)).fetchone()
        items = raw.execute(
            "select * from item where review = ? and id = ?", (review_id, item_id)
        ).fetchall()
        if row is None or not items:
            raise NotFoundError(f"no item {quoted(item_id)} in review {review_id}")
        return _understood(row, items).items[0]


def _understood(row: sqlite3.Row, items: list[sqlite3.Row]) -> Review:
    """The review of these rows; what no Vade wrote is said by name."""
    try:
        return read_review(row, items)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        said = f"review {clean_line(str(row['id']))} is damaged in the database"
        hint = "`vade paths` names the file; a copy of it may be sound"
        raise DamagedError(f"{said} ({type(error).__name__})", hint=hint) from error
