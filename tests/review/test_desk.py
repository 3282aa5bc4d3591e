"""The verbs of a review."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from review.desks import LIST, Source, check, desk
from review.repository import commit, git
from vade.errors import NotFoundError, VadeError
from vade.review import Desk, ReviewStore
from vade.review.model import Evidence, Review, Severity, State, VerdictWord


def test_a_draft_is_found_without_reading_what_is_finished(
    here: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        here.finish(here.start([LIST]).id)
    draft = here.start([LIST])
    read: list[str] = []
    get = ReviewStore.get
    monkeypatch.setattr(ReviewStore, "get", lambda self, i: (read.append(i), get(self, i))[1])
    assert here.newest_draft() == draft
    assert read == [draft.id]


def test_nothing_is_answered_when_a_review_begins(here: Desk, started: Review) -> None:
    assert [i.answer.state for i in started.items] == [State.UNANSWERED] * 3
    assert started.verdict.word is VerdictWord.INCOMPLETE
    assert started.branch == "feature/orders"
    assert started.commit == git(here.project.root, "rev-parse", "HEAD")
    assert here.newest_draft() == started


def test_an_answer_carries_who_and_when(here: Desk, started: Review) -> None:
    answer = here.answer(started.id, "logging", State.PASS).items[0].answer
    assert answer.by == "Ada Ito"
    assert answer.at is not None
    assert answer.at > started.started


def test_what_is_not_given_stays_as_it_was(here: Desk, started: Review) -> None:
    here.answer(started.id, "logging", State.FOLLOW_UP, reason="later", owner="Bo")
    here.answer(started.id, "logging", due=date(2026, 12, 1))
    here.answer(started.id, "logging", severity=Severity.NOTE)
    answer = here.get(started.id).items[0].answer
    assert (answer.state, answer.reason, answer.owner) == (State.FOLLOW_UP, "later", "Bo")
    assert (answer.due, answer.severity) == (date(2026, 12, 1), Severity.NOTE)


@pytest.mark.parametrize("state", [State.FAIL, State.NA, State.FOLLOW_UP])
def test_an_owed_reason_keeps_the_review_incomplete(
    here: Desk, started: Review, state: State
) -> None:
    for item in started.items:
        review = here.answer(started.id, item.id, State.PASS)
    assert review.verdict.word is VerdictWord.PASS
    review = here.answer(started.id, "logging", state, reason="  ")
    assert review.verdict.word is VerdictWord.INCOMPLETE
    assert "Logging" in review.verdict.reasons[0]
    review = here.answer(started.id, "logging", reason="because")
    assert review.verdict.word is (VerdictWord.FAIL if state is State.FAIL else VerdictWord.PASS)


def test_typed_text_is_cleaned_at_the_door(here: Desk, started: Review) -> None:
    review = here.answer(started.id, "logging", State.FAIL, reason="a\r\nb\x1b[31m", owner="x\ny")
    answer = review.items[0].answer
    assert answer.reason == "a\nb␛[31m"
    assert answer.owner == "x y"


def test_undo_and_redo_walk_the_answers(here: Desk, started: Review) -> None:
    here.answer(started.id, "logging", State.PASS)
    here.answer(started.id, "logging", State.FAIL, reason="no")
    assert here.undo(started.id).items[0].answer.state is State.PASS
    assert here.undo(started.id).items[0].answer.state is State.UNANSWERED
    with pytest.raises(NotFoundError, match="nothing to undo"):
        here.undo(started.id)
    assert here.redo(started.id).items[0].answer.state is State.PASS
    assert here.redo(started.id).items[0].answer.reason == "no"
    here.undo(started.id)
    here.answer(started.id, "sql-injection", State.PASS)
    with pytest.raises(NotFoundError, match="nothing to redo"):
        here.redo(started.id)


def test_the_log_says_who_did_what(here: Desk, started: Review) -> None:
    here.answer(started.id, "logging", State.PASS)
    here.undo(started.id)
    here.finish(started.id)
    log = here.history(started.id)
    assert [e.kind for e in log] == ["start", "answer", "undo", "finish"]
    assert {e.by for e in log} == {"Ada Ito"}


def test_a_finished_review_is_answered_only_when_reopened(here: Desk, started: Review) -> None:
    assert here.finish(started.id).finished is not None
    assert here.newest_draft() is None
    with pytest.raises(VadeError, match="finished"):
        here.answer(started.id, "logging", State.PASS)
    here.reopen(started.id)
    assert here.answer(started.id, "logging", State.PASS).finished is None


def test_a_discarded_review_is_gone_until_restored(here: Desk, started: Review) -> None:
    here.discard(started.id)
    assert here.reviews() == ()
    assert here.discarded() == (started,)
    here.restore(started.id)
    assert here.reviews() == (started,)


@pytest.mark.parametrize("ref", ["SQL-INJECTION", "injection", "checks/sql-injection"])
def test_an_item_is_found_by_the_end_of_its_id(here: Desk, started: Review, ref: str) -> None:
    assert here.item(started, ref).title == "SQL Injection"


def test_an_ambiguous_or_unknown_item_is_refused(here: Desk) -> None:
    review = here.start([Source("p:l/c", "C", (check("A Limit"), check("B Limit")))])
    with pytest.raises(VadeError, match="several"):
        here.item(review, "limit")
    for ref in ("nothing", "", " "):
        with pytest.raises(NotFoundError):
            here.item(review, ref)


def test_evidence_quotes_the_commit(here: Desk, started: Review) -> None:
    (evidence,) = (
        here.answer(started.id, "logging", evidence=["src/a.py:2-3"]).items[0].answer.evidence
    )
    assert evidence == Evidence("src/a.py", 2, 3, commit=started.commit, quote="two\nthree")


def test_evidence_of_changed_lines_is_the_working_file(here: Desk, started: Review) -> None:
    (here.project.root / "src/a.py").write_text("new\ntwo\nthree\n", encoding="utf-8")
    taken = here.answer(started.id, "logging", evidence=["src/a.py:1", "./src/a.py:2"])
    first, second = taken.items[0].answer.evidence
    assert (first.quote, first.commit) == ("new", "")
    assert (second.quote, second.commit) == ("two", started.commit)


@pytest.mark.parametrize(
    ("ref", "said"),
    [
        ("src/a.py:4", "3 lines"),
        ("src/a.py:3-2", "no lines"),
        ("src/a.py:0", "no lines"),
        ("src/none.py:1", "no such file"),
        (f"src/{'x' * 300}.py:1", "no such file"),
        ("../outside.py:1", "outside"),
        ("/etc/passwd:1", "outside"),
        (".git/config:1", r"\.git"),
        ("link.py:1", "out of the project"),
        ("pipe:1", "regular file"),
        ("binary.bin:1", "binary"),
        ("ftp://example.org/x", "http"),
        ("src:1", "regular file"),
    ],
)
def test_evidence_that_cannot_be_taken_is_refused(
    here: Desk, started: Review, tmp_path: Path, ref: str, said: str
) -> None:
    root = here.project.root
    (tmp_path / "outside.py").write_text("secret\n", encoding="utf-8")
    (root / "link.py").symlink_to(tmp_path / "outside.py")
    (root / "binary.bin").write_bytes(b"a\0b\n")
    os.mkfifo(root / "pipe")
    with pytest.raises(VadeError, match=said):
        here.answer(started.id, "logging", evidence=[ref])
    assert here.get(started.id).items[0].answer.evidence == ()


def test_a_union_has_every_check_once(here: Desk) -> None:
    twin = check("logging", "other", text="Logs are kept.")
    review = here.start([LIST, Source("pack:other/checks", "Other", (twin, check("New", "other")))])
    assert [i.title for i in review.items] == ["Logging", "SQL Injection", "Rate Limiting", "New"]
    assert review.items[0].origins == (twin.id,)
    assert [c.id for c in review.checklists] == ["pack:list/checks", "pack:other/checks"]


def test_reviewing_again_keeps_the_old_answers_beside_the_items(
    here: Desk, started: Review
) -> None:
    here.answer(started.id, "sql-injection", State.FAIL, reason="bad", evidence=["src/b.py:2"])
    here.answer(started.id, "logging", State.PASS, notes="seen", evidence=["src/a.py:2"])
    here.finish(started.id)
    commit(here.project.root, src_a_py="zero\none\ntwo\n", src_b_py="x = 2\n")
    reworded = Source(
        LIST.id,
        "Checks",
        (*LIST.entries[:2], check("Rate Limiting", text="Each caller has a limit.")),
    )
    review = desk(Path(here.store.connection.path.parent), here.project.root).start([reworded])
    logging, sql, rate = review.items
    assert review.follows == started.id
    assert [i.answer.state for i in review.items] == [State.UNANSWERED] * 3
    assert logging.previous is not None
    assert (logging.previous.state, logging.previous.evidence_changed) == (State.PASS, False)
    assert sql.previous is not None
    assert (sql.previous.reason, sql.previous.evidence_changed) == ("bad", True)
    assert rate.previous is None
    confirmed = here.confirm(review.id, "sql-injection").items[1].answer
    assert (confirmed.state, confirmed.reason, confirmed.evidence) == (State.FAIL, "bad", ())
    moved = here.confirm(review.id, "logging").items[0].answer
    assert (moved.state, moved.notes) == (State.PASS, "seen")
    assert moved.evidence == (Evidence("src/a.py", 3, commit=review.commit, quote="two"),)


def test_a_draft_is_not_carried_over(here: Desk, started: Review) -> None:
    here.answer(started.id, "logging", State.PASS)
    assert here.start([LIST]).items[0].previous is None
    with pytest.raises(NotFoundError):
        here.start([LIST], again=True)


def test_changed_files_mark_the_items_that_matter(here: Desk, started: Review) -> None:
    sql = check("SQL Injection", Paths="`**/*.py`; **words**: `execute(`")
    docs = check("Logging", Paths="`docs/**`")
    found = here.suggestions(started, [sql, docs, check("Rate Limiting")])
    assert {k: [str(s) for s in v] for k, v in found.items()} == {
        sql.id: ["src/b.py adds `execute(`"]
    }
