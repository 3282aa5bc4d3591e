"""The gate opens for a complete record without a heavy fail, and says why it does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from review.desks import LIST as SHORT
from vade.project.history import Age
from vade.review.gate import Policy, Reason, judge
from vade.review.model import Answer, Review, Severity, State
from vade.review.record.parse import Parsed, parse
from vade.review.record.render import render


def reasons(
    review: Review, policy: Policy | None = None, age: Age | None = None
) -> tuple[Reason, ...]:
    return judge(parse(render(review)), policy or Policy(), lambda _: age or Age(0))


@pytest.fixture
def passed(review: Review) -> Review:
    answer = Answer(State.PASS)
    return replace(review, items=tuple(replace(i, answer=answer) for i in review.items))


def failing(review: Review, severity: Severity) -> Review:
    first, *rest = review.items
    bad = replace(first, answer=Answer(State.FAIL, "why\nnot", severity=severity))
    return replace(review, items=(bad, *rest))


def test_a_complete_record_without_a_fail_opens_it(passed: Review) -> None:
    assert reasons(passed) == ()


def test_every_reason_names_its_item_and_line(review: Review) -> None:
    found = reasons(review)
    assert [(r.kind, r.item.rsplit("/")[-1]) for r in found] == [
        ("fail", "sql-injection"),
        ("unanswered", "tests"),
    ]
    lines = render(review).split("\n")
    assert all("- [ ] **" in lines[r.line - 1] for r in found)


@pytest.mark.parametrize(
    ("severity", "fail_on", "closed"),
    [
        (Severity.NOTE, Severity.MINOR, False),
        (Severity.MINOR, Severity.MINOR, True),
        (Severity.CRITICAL, Severity.MAJOR, True),
        (Severity.MAJOR, Severity.CRITICAL, False),
    ],
)
def test_only_heavy_fails_close_it(
    passed: Review, severity: Severity, fail_on: Severity, closed: bool
) -> None:
    assert bool(reasons(failing(passed, severity), Policy(fail_on=fail_on))) is closed


def test_a_follow_up_with_a_reason_does_not_close_it(passed: Review) -> None:
    first, *rest = passed.items
    later = replace(first, answer=Answer(State.FOLLOW_UP, "soon"))
    assert reasons(replace(passed, items=(later, *rest))) == ()
    owed = replace(first, answer=Answer(State.FOLLOW_UP))
    assert [r.kind for r in reasons(replace(passed, items=(owed, *rest)))] == ["owed"]


def test_the_conflicts_of_a_record_are_gathered_once_for_all_items(
    passed: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    gathered: list[Parsed] = []
    real = Parsed.conflicts.fget  # type: ignore[attr-defined]
    monkeypatch.setattr(
        Parsed, "conflicts", property(lambda parsed: gathered.append(parsed) or real(parsed))
    )
    assert reasons(passed) == ()
    assert len(gathered) == 1


def test_a_fail_that_was_only_ticked_stays_closed(passed: Review) -> None:
    text = render(failing(passed, Severity.MAJOR))
    forged = text.replace("- [ ] **Input Validation**", "- [x] **Input Validation**")
    assert [r.kind for r in judge(parse(forged), Policy(), lambda _: Age(0))] == ["conflict"]


def test_a_fail_that_was_deleted_stays_closed(passed: Review) -> None:
    text = render(failing(passed, Severity.MAJOR))
    start, end = text.index("- [ ] **Input"), text.index("- [x] **SQL")
    forged = text[:start] + text[end:]
    assert [r.kind for r in judge(parse(forged), Policy(), lambda _: Age(0))] == ["missing"]


def test_an_empty_record_stays_closed(passed: Review) -> None:
    assert [r.kind for r in reasons(replace(passed, items=()))] == ["missing"]


@pytest.mark.parametrize(
    ("age", "most", "closed"),
    [(Age(0), 0, False), (Age(1), 0, True), (Age(3), 5, False), (Age(why="rewritten"), 99, True)],
)
def test_a_stale_record_closes_it_when_asked(
    passed: Review, age: Age, most: int, closed: bool
) -> None:
    found = reasons(passed, Policy(max_age=most), age)
    assert [r.kind for r in found] == (["stale"] if closed else [])


def test_without_a_commit_the_age_is_not_known(passed: Review) -> None:
    assert reasons(replace(passed, commit=""), Policy(max_age=9))[0].kind == "stale"
    assert reasons(replace(passed, commit="")) == ()


def test_a_required_checklist_must_be_covered_whole(passed: Review) -> None:
    assert [r.kind for r in reasons(passed, Policy(required=(SHORT,)))] == ["required"]
