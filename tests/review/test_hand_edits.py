"""Records that people edited: what they meant is read, what they broke is reported."""

from __future__ import annotations

import pytest

from vade.errors import VadeError
from vade.review.model import Review, State
from vade.review.record.parse import Parsed, parse
from vade.review.record.render import render


def edited(review: Review, before: str, after: str) -> Parsed:
    text = render(review)
    assert before in text
    return parse(text.replace(before, after))


def state(parsed: Parsed, title: str) -> State:
    return next(i for i in parsed.review.items if i.title == title).answer.state


def said(parsed: Parsed) -> str:
    return "\n".join(str(p) for p in parsed.problems)


def test_a_tick_on_an_unanswered_item_is_a_pass_by_hand(review: Review) -> None:
    parsed = edited(review, "- [ ] **Tests**", "- [x] **Tests**")
    assert state(parsed, "Tests") is State.PASS
    assert "ticked by hand" in said(parsed)
    assert not parsed.conflicts


def test_a_tick_on_a_failed_item_is_a_conflict_and_reads_as_unanswered(review: Review) -> None:
    parsed = edited(review, "- [ ] **SQL Injection**", "- [X] **SQL Injection**")
    assert state(parsed, "SQL Injection") is State.UNANSWERED
    (conflict,) = parsed.conflicts
    line = render(review).split("\n")[conflict.line - 1]
    assert line.startswith("- [ ] **SQL Injection**")


def test_an_unticked_pass_is_a_conflict(review: Review) -> None:
    parsed = edited(review, "- [x] **Input Validation**", "- [ ] **Input Validation**")
    assert state(parsed, "Input Validation") is State.UNANSWERED
    assert len(parsed.conflicts) == 1


def test_box_and_word_changed_together_are_the_new_answer(review: Review) -> None:
    parsed = edited(review, "- [ ] **SQL Injection** · fail", "- [x] **SQL Injection** · pass")
    assert state(parsed, "SQL Injection") is State.PASS
    assert not parsed.problems


@pytest.mark.parametrize(
    "typed",
    [
        "  Reason: It is logged elsewhere.",
        "  **Reason:** It is logged elsewhere.",
        "  Reason:\n  It is logged elsewhere.",
        "  Reason:\n\n  > It is logged elsewhere.",
        "  > It is logged elsewhere.",
        "  It is logged elsewhere.",
        "Reason: It is logged elsewhere.",
        "reason: It is logged\n  elsewhere.",
    ],
)
def test_a_reason_typed_under_an_item_is_its_reason(review: Review, typed: str) -> None:
    text = render(review).replace("**Tests** · unanswered", "**Tests** · fail")
    parsed = parse(f"{text.rstrip()}\n\n{typed}\n")
    answer = parsed.review.items[-1].answer
    assert " ".join(answer.reason.split()) == "It is logged elsewhere."
    assert answer.state is State.FAIL


def test_reordered_items_keep_their_answers(review: Review) -> None:
    head, *items = render(review).split("\n- [")
    parsed = parse("\n- [".join([head, *reversed([i.rstrip() + "\n" for i in items])]))
    assert {i.id: i.answer for i in parsed.review.items} == {i.id: i.answer for i in review.items}
    assert parsed.review.items[0].title == "Tests"
    assert not parsed.problems


def test_a_deleted_item_is_missed(review: Review) -> None:
    head, *items = render(review).split("\n- [")
    parsed = parse("\n- [".join([head, *items[:-1]]))
    assert [i.title for i in parsed.review.items] == [i.title for i in review.items[:-1]]
    assert "an item is missing" in said(parsed)


def test_crlf_other_bullets_and_blank_lines_change_nothing(review: Review) -> None:
    text = render(review).replace("\n- [", "\n\n\n* [").replace("\n", "\r\n")
    parsed = parse("\ufeff" + text)
    assert parsed.review == review
    assert not parsed.problems


def test_a_line_that_was_retyped_is_found_by_its_title(review: Review) -> None:
    text = render(review)
    start = text.index(" <!-- vade vade:backend-specialist/review-checklist/tests")
    parsed = parse(text[:start] + text[text.index("-->", start) + 3 :])
    assert parsed.review.items[-1].id == review.items[-1].id
    assert "found by its title" in said(parsed)


def test_a_wrapped_first_line_is_one_line(review: Review) -> None:
    parsed = edited(review, " <!-- vade vade:backend", "\n  <!-- vade vade:backend")
    assert parsed.review == review


def test_text_between_items_is_kept_and_comes_out_again(review: Review) -> None:
    extra = "We talked about this on Monday.\n\n```\n- [ ] **Fake** · fail\n```"
    parsed = edited(review, "\n- [ ] **SQL", f"\n{extra}\n\n- [ ] **SQL")
    assert [i.title for i in parsed.review.items] == [i.title for i in review.items]
    assert [k.text for k in parsed.review.kept] == [extra]
    assert "kept" in said(parsed)
    again = parse(render(parsed.review))
    assert again.review == parsed.review
    assert not again.problems


def test_unknown_keys_of_the_front_matter_are_kept(review: Review) -> None:
    parsed = edited(review, "verdict: incomplete\n", "verdict: incomplete\nticket: 1.10 # why\n")
    assert parsed.review.extra == "ticket: 1.10 # why"
    assert "\nticket: 1.10 # why\n" in render(parsed.review)


def test_an_unknown_state_is_reported_and_never_guessed(review: Review) -> None:
    parsed = edited(review, "**Input Validation** · pass", "**Input Validation** · okay")
    assert "okay" in [k.text for k in parsed.review.kept]
    assert state(parsed, "Input Validation") is State.UNANSWERED
    assert len(parsed.conflicts) == 1


def test_one_item_twice_with_two_answers_is_a_conflict(review: Review) -> None:
    text = render(review)
    again = text[text.index("- [ ] **SQL") : text.index("- [ ] **Rate")]
    parsed = parse(text + "\n" + again.replace("[ ] ", "[x] ", 1).replace("· fail", "· pass"))
    assert state(parsed, "SQL Injection") is State.UNANSWERED
    assert len(parsed.conflicts) == 1
    assert len(parsed.review.items[1].rivals) == 2


def test_a_newer_format_is_refused(review: Review) -> None:
    with pytest.raises(VadeError, match="format 2"):
        edited(review, "vade: 1\n", "vade: 2\n")


@pytest.mark.parametrize(
    "text",
    ["", "# Title\n", "---\nname: x\n---\n", "---\n: [\n---\n", "---\nvade: &a 1\nx: *a\n---"],
)
def test_what_is_no_record_is_refused_with_a_line(text: str) -> None:
    with pytest.raises(VadeError) as caught:
        parse(text)
    assert caught.value.where.isdecimal()


@pytest.mark.parametrize(
    "typed",
    [
        "  Severity: very bad",
        "  Owner: Zoe\n\n  Owner: Max",
        "  Due: soon",
        "  Due: 2030-01-01\n\n  Due: 2031-01-01",
        "  Answered: when it rained",
        "  Last time: it was fine",
        "  Conflict: with the release",
        "  Conflict:\n\n  - we disagree",
        "  Conflict:\n\n  - pass\n\n    It was fine, said Zoe.",
    ],
)
def test_a_part_that_cannot_be_read_is_kept_as_text_and_reported(
    review: Review, typed: str
) -> None:
    parsed = parse(f"{render(review).rstrip()}\n\n{typed}\n")
    again = render(parsed.review)
    words = [w for w in typed.split() if not w.endswith(":")]
    assert [w for w in words if w not in again] == []
    assert parsed.problems
    assert not parse(again).problems


def test_an_item_that_stands_twice_keeps_all_its_answers(review: Review) -> None:
    head, *items = render(review).split("\n- [")
    last = items[-1].rstrip()
    one = f"{last}\n\n  Notes: one\n\n  Conflict:\n\n  - pass\n\n    Notes: two\n"
    parsed = parse("\n- [".join([head, *items[:-1], one, f"{last}\n\n  Notes: three\n"]))
    notes = [answer.notes for answer in parsed.review.items[-1].rivals]
    assert {"one", "two", "three"} <= set(notes)


@pytest.mark.parametrize("digits", [10, 5_000])
def test_a_number_of_thousands_of_digits_is_no_count(review: Review, digits: int) -> None:
    long = "9" * digits
    with pytest.raises(VadeError, match="is a record of format 999999999;"):
        edited(review, "\nvade: 1\n", f"\nvade: {long}\n")
    assert edited(review, "tally: {pass: 1", f"tally: {{pass: {long}").missing == 0


def test_a_comment_in_the_front_matter_is_missed(review: Review) -> None:
    parsed = edited(review, "\nkind: review", "\n# ask Zoe\nkind: review")
    assert said(parsed) == "3: a comment in the front matter is not kept"
