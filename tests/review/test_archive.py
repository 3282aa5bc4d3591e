"""Reviews and their records, joined."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from vade.review.archive import merged
from vade.review.model import Answer, Checklist, Item, Review, State
from vade.review.record.parse import parse
from vade.review.record.problem import NoRecordError
from vade.review.record.render import render
from vade.review.records import RecordRead, read_record, read_records

START = datetime(2026, 1, 2, tzinfo=UTC)
DRAFT = Review(
    id="01A",
    project="shop",
    checklists=(Checklist("p:d/c", "C", "11"),),
    items=(Item("p:d/c/one", "One", "t", "22", "p:d/c", answer=Answer(State.PASS, at=START)),),
    started=START,
)


def record(review: Review) -> RecordRead:
    return RecordRead(Path("/shop/docs/reviews/a.md"), parse(render(review)), b"")


def answered(review: Review, state: State, at: datetime) -> Review:
    item = replace(review.items[0], answer=Answer(state, "r", at=at))
    return replace(review, items=(item,))


def test_a_review_finished_after_its_record_was_written_is_finished() -> None:
    finished = replace(DRAFT, finished=START + timedelta(hours=1))
    (past,) = merged([finished], [record(DRAFT)])
    assert past.review.finished is not None
    assert past.path is not None


def test_a_review_answered_after_its_record_counts() -> None:
    later = answered(DRAFT, State.FAIL, START + timedelta(hours=1))
    (past,) = merged([later], [record(DRAFT)])
    assert past.review.items[0].answer.state is State.FAIL


def test_a_record_edited_by_hand_counts() -> None:
    (past,) = merged([DRAFT], [record(answered(DRAFT, State.FAIL, START))])
    assert past.review.items[0].answer.state is State.FAIL


def test_other_documents_of_the_folder_are_no_records_and_a_newer_one_is_said(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.md").write_text(render(DRAFT), encoding="utf-8")
    (tmp_path / "b.md").write_text("# Notes\n", encoding="utf-8")
    (tmp_path / "c.md").write_text("---\ntitle: what is no review record\n---\n", encoding="utf-8")
    (tmp_path / "d.md").write_text("---\nvade: 9\n---\n", encoding="utf-8")
    (tmp_path / "is no review record.md").write_text("---\nvade: [\n---\n", encoding="utf-8")
    with pytest.raises(NoRecordError, match=r"b\.md:1: is no review record"):
        read_record(tmp_path / "b.md")
    found, wrong = read_records(tmp_path)
    assert [record.path.name for record in found] == ["a.md"]
    assert ["format 9" in said for said in wrong] == [True, False]


def test_a_record_of_somebody_else_is_listed_without_a_review() -> None:
    (past,) = merged([], [record(DRAFT)])
    assert not past.stored
