"""The review screen, driven by its keys, on the ten items of a real agent file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tui.conftest import lines, until
from vade.review import Desk
from vade.review.model import Item, Review, State
from vade.tui.app import VadeApp
from vade.tui.screens.evidence import EvidenceScreen
from vade.tui.screens.finish import FinishScreen
from vade.tui.screens.review import ReviewScreen
from vade.tui.widgets.page_view import PageView
from vade.tui.widgets.row_list import RowList


async def begin(pilot: Any) -> None:
    """Leave the search box and open the review."""
    await pilot.press("escape", "r")
    await until(pilot, lambda: isinstance(pilot.app.screen, ReviewScreen))
    await until(pilot, lambda: pilot.app.screen.query_one("#items", RowList).rows)


def item(app: VadeApp, title: str) -> Item:
    review = app.workspace.desk.newest_draft()
    assert review is not None
    return next(i for i in review.items if i.title == title)


def row(app: VadeApp, key: str) -> str:
    rows = app.screen.query_one("#items", RowList).rows
    return lines(r for r in rows if r.key == key)[0]


async def test_an_answer_is_on_disk_and_the_next_item_is_offered(opened: Any) -> None:
    async with opened() as pilot:
        await begin(pilot)
        await pilot.press("p")
        assert item(pilot.app, "Input Validation").answer.state is State.PASS
        assert pilot.app.screen.query_one("#items", RowList).key.endswith("error-handling")


async def test_a_fail_asks_why_at_once(opened: Any) -> None:
    async with opened() as pilot:
        await begin(pilot)
        await pilot.press("f", *"no schema", "enter")
        answer = item(pilot.app, "Input Validation").answer
        assert (answer.state, answer.reason) == (State.FAIL, "no schema")


async def test_a_reason_put_off_is_owed_and_the_row_says_so(opened: Any) -> None:
    async with opened() as pilot:
        await begin(pilot)
        await pilot.press("x", "escape")
        first = item(pilot.app, "Input Validation")
        assert first.answer.state is State.NA
        assert "reason owed" in row(pilot.app, first.id)
        assert isinstance(pilot.app.screen, ReviewScreen)


async def test_a_follow_up_takes_who_and_when(opened: Any) -> None:
    async with opened() as pilot:
        await begin(pilot)
        await pilot.press("u", *"later", "enter", *"Bo 2026-12-01", "enter")
        answer = item(pilot.app, "Input Validation").answer
        assert (answer.owner, str(answer.due)) == ("Bo", "2026-12-01")


async def test_a_date_that_is_none_is_refused_in_words(opened: Any) -> None:
    async with opened() as pilot:
        await begin(pilot)
        await pilot.press("u", *"later", "enter", *"2026-13-99", "enter")
        await until(pilot, lambda: len(pilot.app._notifications))
        assert item(pilot.app, "Input Validation").answer.due is None


async def test_evidence_quotes_the_lines(opened: Any) -> None:
    async with opened() as pilot:
        await begin(pilot)
        await pilot.press("v", *"src/orders.py:2", "enter")
        await pilot.pause()
        (evidence,) = item(pilot.app, "Input Validation").answer.evidence
        assert "db.execute" in evidence.quote


async def test_evidence_that_is_not_there_is_asked_for_again(opened: Any) -> None:
    async with opened() as pilot:
        await begin(pilot)
        await pilot.press("v", *"src/none.py:2", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, EvidenceScreen))
        assert pilot.app.screen.query_one("#typed").value == "src/none.py:2"
        assert item(pilot.app, "Input Validation").answer.evidence == ()


async def test_evidence_is_chosen_by_letters_then_by_lines(opened: Any) -> None:
    async with opened() as pilot:
        await begin(pilot)
        await pilot.press("v", *"ordpy")
        files = pilot.app.screen.query_one("#files", RowList)
        await until(pilot, lambda: files.key == "file:src/orders.py")
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.focused.id == "lines")
        await pilot.press("space", "down", "enter")
        await pilot.pause()
        (evidence,) = item(pilot.app, "Input Validation").answer.evidence
        assert str(evidence) == "src/orders.py:1-2"
        await pilot.press("v", "enter")
        await pilot.pause()
        assert item(pilot.app, "Input Validation").answer.evidence == ()


async def test_toasts_name_the_keys_as_the_reader_has_them(opened: Any, no_hint: Path) -> None:
    keys = '"review.redo" = "f9"\n"review.finish" = "f8"\n"review.next" = "f7"\n'
    no_hint.write_text(f"[ui]\nhint = false\n[keys]\n{keys}")
    async with opened() as pilot:
        await begin(pilot)
        await pilot.press("p", "z")
        told = pilot.app._notifications
        await until(pilot, lambda: [n for n in told if str(n.message).endswith(" f9 undoes that.")])
        for _ in range(10):
            await pilot.press("p")
        await pilot.press("f7")
        assert await until(pilot, lambda: [n for n in told if " f8 finishes" in str(n.message)])


async def test_undo_and_redo_go_through_the_answers(opened: Any) -> None:
    async with opened() as pilot:
        await begin(pilot)
        await pilot.press("p", "z")
        assert item(pilot.app, "Input Validation").answer.state is State.UNANSWERED
        await pilot.press("Z")
        assert item(pilot.app, "Input Validation").answer.state is State.PASS


async def test_space_clears_and_s_weighs(opened: Any) -> None:
    async with opened() as pilot:
        await begin(pilot)
        before = item(pilot.app, "Input Validation").weight
        await pilot.press("p", "up", "space", "up", "s")
        after = item(pilot.app, "Input Validation")
        assert after.answer.state is State.UNANSWERED
        assert after.weight is not before


async def test_brackets_go_to_what_is_open(opened: Any) -> None:
    async with opened() as pilot:
        await begin(pilot)
        items = pilot.app.screen.query_one("#items", RowList)
        await pilot.press("p", "p", "g", "right_square_bracket")
        assert items.key == item(pilot.app, "Authentication").id
        await pilot.press("left_square_bracket")
        assert items.key == item(pilot.app, "Tests").id


async def test_a_note_is_kept_as_it_was_written(opened: Any) -> None:
    async with opened() as pilot:
        await begin(pilot)
        await pilot.press("a")
        await until(pilot, lambda: pilot.app.screen.query("#note"))
        await pilot.press(*"seen", "enter", *"twice", "escape")
        await pilot.pause()
        assert item(pilot.app, "Input Validation").answer.notes == "seen\ntwice"


async def test_the_filter_shows_only_what_is_open(opened: Any) -> None:
    async with opened() as pilot:
        await begin(pilot)
        await pilot.press("p", "p", "t")
        rows = [r for r in pilot.app.screen.query_one("#items", RowList).rows if r.key]
        assert len(rows) == 8


async def test_the_guidance_stands_beside_the_item(opened: Any) -> None:
    async with opened() as pilot:
        await begin(pilot)
        page = "\n".join(line.text for line in pilot.app.screen.query_one("#guidance").lines)
        assert "Input Validation" in page
        assert "How to check" in page


async def test_what_another_terminal_answers_is_seen(opened: Any) -> None:
    async with opened() as pilot:
        await begin(pilot)
        app = pilot.app
        other = VadeApp(app.workspace).workspace.desk
        first = item(app, "Input Validation")
        other.answer(app.screen.book.walk.review.id, first.id, State.PASS)
        app.screen._look()
        assert "pass" in row(app, first.id)


async def test_what_another_terminal_answers_just_behind_ours_is_seen(
    opened: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened() as pilot:
        await begin(pilot)
        app = pilot.app
        other = VadeApp(app.workspace).workspace.desk
        first, second = app.screen.book.walk.review.items[:2]
        answer = Desk.answer

        def answered(desk: Desk, review: str, *args: Any, **parts: Any) -> Review:
            ours = answer(desk, review, *args, **parts)
            answer(other, review, second.id, State.FAIL)
            return ours

        monkeypatch.setattr(Desk, "answer", answered)
        app.screen.book.items.go(first.id)
        await pilot.press("p")
        await until(pilot, lambda: "pass" in row(app, first.id))
        assert await until(pilot, lambda: "fail" in row(app, second.id))


async def test_the_whole_path_ends_with_a_record_in_the_project(opened: Any, shop: Path) -> None:
    async with opened() as pilot:
        await begin(pilot)
        await pilot.press(*"ppppp", "f", *"bad", "enter", "down", *"pppp")
        await pilot.press("F")
        await until(pilot, lambda: isinstance(pilot.app.screen, FinishScreen))
        view = pilot.app.screen.query_one("#record", PageView)
        await until(pilot, lambda: view.lines)
        assert any("1 of 10 items fails" in line.text for line in view.lines)
        await pilot.press("F")
        await until(pilot, lambda: list(shop.glob("docs/reviews/*.md")))
        await until(pilot, lambda: len(pilot.app.screen_stack) == 1)
        assert pilot.app.workspace.desk.newest_draft() is None
    (record,) = shop.glob("docs/reviews/*.md")
    assert "verdict: fail" in record.read_text(encoding="utf-8")


async def test_an_unfinished_review_is_resumed_where_it_was_left(opened: Any) -> None:
    async with opened() as pilot:
        await begin(pilot)
        await pilot.press("p", "p")
    async with opened() as pilot:
        await begin(pilot)
        assert pilot.app.screen.query_one("#items", RowList).key.endswith("authentication")
        await pilot.press("escape")
        await until(pilot, lambda: len(pilot.app.screen_stack) == 1)


async def test_the_finish_screen_leads_to_what_is_owed(opened: Any) -> None:
    async with opened() as pilot:
        await begin(pilot)
        await pilot.press("p", "F")
        await until(pilot, lambda: isinstance(pilot.app.screen, FinishScreen))
        await until(pilot, lambda: pilot.app.screen.query_one("#owed", RowList).rows)
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReviewScreen))
        assert pilot.app.screen.query_one("#items", RowList).key.endswith("/authentication")
