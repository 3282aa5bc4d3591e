"""Records of several people become one review; nobody's answer is lost in silence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from review.desks import LIST, desk
from vade.review import Desk
from vade.review.compare import compare
from vade.review.merge import merge
from vade.review.model import Answer, Item, Review, State, VerdictWord
from vade.review.record.parse import parse
from vade.review.record.render import render


def answered(review: Review, title: str, answer: Answer) -> Review:
    items = tuple(replace(i, answer=answer) if i.title == title else i for i in review.items)
    return replace(review, items=items)


PASS, FAIL = Answer(State.PASS, by="Ada"), Answer(State.FAIL, "no", by="Bo")


def test_a_hand_edit_of_an_export_is_taken_in(here: Desk) -> None:
    review = here.start([LIST])
    here.answer(review.id, "logging", State.PASS)
    path = here.export(review.id)
    assert isinstance(path, Path)
    here.answer(review.id, "rate-limiting", State.PASS)
    text = path.read_text(encoding="utf-8").replace(
        "- [ ] **SQL Injection**", "- [x] **SQL Injection**"
    )
    path.write_text(text, encoding="utf-8")
    (result,) = here.take_in([path])
    assert [i.answer.state for i in result.review.items] == [State.PASS] * 3
    assert result.conflicts == ()
    assert here.export(review.id) == path


def test_a_record_with_bytes_that_are_no_text_is_taken_in(here: Desk) -> None:
    review = here.start([LIST])
    path = here.export(review.id)
    assert isinstance(path, Path)
    path.write_bytes(path.read_bytes().replace(b"Logging must", b"Logging \xb1 must"))
    (result,) = here.take_in([path])
    assert len(result.review.items) == 3


def test_a_state_taken_back_by_hand_is_taken_back(here: Desk) -> None:
    review = here.start([LIST])
    here.answer(review.id, "logging", State.PASS)
    path = here.export(review.id)
    assert isinstance(path, Path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("- [x] **Logging** · pass", "- [ ] **Logging** · unanswered"))
    (result,) = here.take_in([path])
    assert result.review.items[0].answer.state is State.UNANSWERED


def test_two_reviewers_who_disagree_are_both_kept(here: Desk, tmp_path: Path) -> None:
    review = here.start([LIST])
    there = desk(tmp_path / "other", here.project.root, "Bo")
    path = tmp_path / "copy.md"
    path.write_text(here.render(review), encoding="utf-8")
    there.take_in([path])
    here.answer(review.id, "logging", State.PASS)
    here.answer(review.id, "sql-injection", State.PASS)
    there.answer(review.id, "logging", State.FAIL, reason="nothing is logged")
    there.answer(review.id, "rate-limiting", State.PASS)
    path.write_text(there.render(there.get(review.id)), encoding="utf-8")
    (result,) = here.take_in([path])
    logging, sql, rate = result.review.items
    assert result.conflicts == (logging.id,)
    assert {(r.state, r.by) for r in logging.rivals} == {
        (State.PASS, "Ada Ito"),
        (State.FAIL, "Bo"),
    }
    assert logging.answer.state is State.UNANSWERED
    assert (sql.answer.by, rate.answer.by) == ("Ada Ito", "Bo")
    assert result.review.verdict.word is VerdictWord.INCOMPLETE
    assert parse(render(result.review)).review == result.review
    settled = here.answer(review.id, "logging", State.FAIL, reason="nothing is logged")
    assert settled.items[0].rivals == ()
    assert len(here.undo(review.id).items[0].rivals) == 2


def test_an_answer_that_the_other_never_saw_is_not_taken_back(here: Desk, tmp_path: Path) -> None:
    review = here.start([LIST])
    there = desk(tmp_path / "other", here.project.root, "Bo")
    path = tmp_path / "copy.md"
    path.write_text(here.render(review), encoding="utf-8")
    here.export(review.id)
    there.take_in([path])
    here.answer(review.id, "logging", State.NA, reason="none")
    here.export(review.id)
    there.answer(review.id, "rate-limiting", State.PASS)
    path.write_text(there.render(there.get(review.id)), encoding="utf-8")
    (result,) = here.take_in([path])
    logging, _, rate = result.review.items
    assert (logging.answer.state, rate.answer.state) == (State.NA, State.PASS)
    assert result.older == (logging.id,)
    assert result.taken == (rate.id,)


def test_an_answer_that_was_only_read_is_followed_when_it_changes(
    here: Desk, tmp_path: Path
) -> None:
    review = here.start([LIST])
    here.answer(review.id, "logging", State.PASS)
    there = desk(tmp_path / "other", here.project.root, "Bo")
    path = tmp_path / "copy.md"
    for state in (State.PASS, State.FAIL):
        here.answer(review.id, "logging", state, reason="no")
        path.write_text(here.render(here.get(review.id)), encoding="utf-8")
        (result,) = there.take_in([path])
        assert result.conflicts == ()
    assert result.review.items[0].answer.state is State.FAIL


def test_taking_the_same_record_in_twice_changes_nothing(here: Desk) -> None:
    review = here.start([LIST])
    here.answer(review.id, "logging", State.FAIL, reason="x")
    path = here.export(review.id)
    assert isinstance(path, Path)
    before = here.get(review.id)
    assert [r.taken for r in here.take_in([path, path])] == [(), ()]
    assert here.get(review.id) == before


def test_the_nearest_state_written_down_is_what_both_began_with(review: Review) -> None:
    old = answered(review, "Tests", Answer())
    new = answered(review, "Tests", PASS)
    theirs = answered(old, "Input Validation", FAIL)
    result = merge(new, theirs, [old, new])
    by_title = {i.title: i.answer for i in result.review.items}
    assert by_title["Tests"] == PASS
    assert by_title["Input Validation"].state is State.FAIL


def pair(title: str, then: Answer, now: Answer) -> tuple[Item, Item]:
    one = Item(f"p:d/{title}", title, "", "1111", answer=then)
    return one, replace(one, answer=now)


def test_a_comparison_names_what_happened(review: Review) -> None:
    pairs = [
        pair("new", Answer(), FAIL),
        pair("fixed", FAIL, PASS),
        pair("worse", PASS, FAIL),
        pair("answered", Answer(), PASS),
        pair("same", PASS, PASS),
    ]
    gone = Item("p:d/gone", "gone", "", "2222")
    came = Item("p:d/came", "came", "", "3333")
    before = replace(review, items=(*(a for a, _ in pairs), gone))
    reworded = [replace(b, fingerprint="9999") if b.title == "same" else b for _, b in pairs]
    delta = compare(before, replace(review, items=(*reworded, came)))
    named = {
        head: [c.item.title for c in getattr(delta, head)]
        for head in (
            *("new_fails", "fixed", "regressed", "answered", "added", "removed", "reworded"),
            "changed",
        )
    }
    assert named == {
        "new_fails": ["new"],
        "fixed": ["fixed"],
        "regressed": ["worse"],
        "answered": ["answered"],
        "added": ["came"],
        "removed": ["gone"],
        "reworded": ["same"],
        "changed": [],
    }
