"""Reviews as rows of the database, and back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from vade.review.codec import answer_object, fixed_object, read_answer, read_item
from vade.review.model import Answer, Checklist, Item, Kept, Review
from vade.review.spelling import read_time, show_time

__all__ = [
    "answer_text",
    "head_text",
    "item_row",
    "read_review",
    "rivals_text",
    "when",
]


def answer_text(answer: Answer) -> str:
    """Return an answer as the database keeps it."""
    return json.dumps(answer_object(answer), ensure_ascii=False)


def rivals_text(rivals: Iterable[Answer]) -> str:
    """Return answers that disagree as the database keeps them."""
    return json.dumps([answer_object(a) for a in rivals], ensure_ascii=False)


def head_text(review: Review) -> str:
    """Return what the database keeps of a review besides its items and times."""
    head = {
        "project": review.project,
        "checklists": [asdict(c) for c in review.checklists],
        "reviewer": review.reviewer,
        "branch": review.branch,
        "base": review.base,
        "commit": review.commit,
        "follows": review.follows,
        "kept": [asdict(k) for k in review.kept],
        "extra": review.extra,
    }
    return json.dumps(head, ensure_ascii=False)


def item_row(review_id: str, position: int, item: Item) -> tuple[object, ...]:
    """Return the row of an item."""
    fixed = json.dumps(fixed_object(item), ensure_ascii=False)
    return review_id, item.id, position, fixed, answer_text(item.answer), rivals_text(item.rivals)


def read_review(row: sqlite3.Row, items: Iterable[sqlite3.Row]) -> Review:
    """Return the review of a row and the rows of its items."""
    head: dict[str, Any] = json.loads(row["head"])
    started = read_time(row["started"])
    if started is None:
        raise ValueError(row["started"])
    return Review(
        id=row["id"],
        project=head["project"],
        root=row["root"],
        checklists=tuple(Checklist(**c) for c in head["checklists"]),
        items=tuple(_read_item(i) for i in items),
        started=started,
        reviewer=head["reviewer"],
        branch=head["branch"],
        base=head["base"],
        commit=head["commit"],
        finished=read_time(row["finished"]) if row["finished"] else None,
        follows=head["follows"],
        kept=tuple(Kept(**k) for k in head["kept"]),
        extra=head["extra"],
    )


def _read_item(row: sqlite3.Row) -> Item:
    rivals = tuple(read_answer(r) for r in json.loads(row["rivals"]))
    return read_item(json.loads(row["fixed"]), read_answer(json.loads(row["answer"])), rivals)


def when(review: Review) -> tuple[str, str | None]:
    """Return the times of a review as the database keeps them."""
    return show_time(review.started), show_time(review.finished) if review.finished else None
