"""The reviews screen: narrowed by words, by outcome, and put in order."""

from __future__ import annotations

from typing import Any

from tui.conftest import until
from vade.review.model import State
from vade.tui.page.runs import plain
from vade.tui.screens.reviews import ReviewsScreen
from vade.tui.widgets.row_list import RowList


async def reviews(pilot: Any) -> RowList:
    """Write two reviews, one of them with a fail, and go to the screen."""
    app = pilot.app
    desk, library = app.workspace.desk, app.shelf.library
    for state, reason in ((State.FAIL, "No Schema anywhere"), (State.PASS, "")):
        review = desk.start([library.checklist("backend-specialist")])
        first, *others = review.items
        desk.answer(review.id, first.id, state=state, reason=reason)
        for item in others:
            desk.answer(review.id, item.id, state=State.PASS)
        desk.finish(review.id)
    await pilot.press("escape", "R")
    await until(pilot, lambda: isinstance(app.screen, ReviewsScreen))
    await until(pilot, lambda: len(listed(app)) == 2)
    return app.screen.query_one("#past", RowList)


def listed(app: Any) -> list[str]:
    rows = app.screen.query_one("#past", RowList).rows
    return [plain(row.lines[0].right) for row in rows if row.key]


NARROWED = {
    "schema": ["✗ fail"],
    "orders PASS": ["✓ pass"],
    "ada feature/orders": ["✓ pass", "✗ fail"],
    "input validation": ["✗ fail"],
    "nothing of the kind": [],
    "[/] \\": [],
}


async def test_words_narrow_the_list(opened: Any) -> None:
    async with opened() as pilot:
        await reviews(pilot)
        await pilot.press("slash")
        box = pilot.app.screen.query_one("#words")
        await until(pilot, lambda: box.has_focus)
        for typed, verdicts in NARROWED.items():
            box.value = ""
            await until(pilot, lambda: len(listed(pilot.app)) == 2)
            box.value = typed
            assert await until(pilot, lambda v=verdicts: sorted(listed(pilot.app)) == sorted(v))


async def test_enter_goes_to_the_list_and_escape_clears_the_words(opened: Any) -> None:
    async with opened() as pilot:
        past = await reviews(pilot)
        await pilot.press("slash", *"schema", "enter")
        assert past.has_focus
        assert listed(pilot.app) == ["✗ fail"]
        await pilot.press("escape")
        await until(pilot, lambda: len(listed(pilot.app)) == 2)
        assert past.has_focus
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(pilot.app.screen, ReviewsScreen))


async def test_the_outcome_and_the_words_hold_together(opened: Any) -> None:
    async with opened() as pilot:
        await reviews(pilot)
        await pilot.press("f", "f")
        assert listed(pilot.app) == ["✗ fail"]
        await pilot.press("f")
        assert listed(pilot.app) == ["✓ pass"]
        await pilot.press("slash", *"schema")
        await until(pilot, lambda: listed(pilot.app) == [])


async def test_the_bars_of_all_reviews_are_of_one_length(opened: Any) -> None:
    async with opened() as pilot:
        past = await reviews(pilot)
        bars = [row.lines[1].left for row in past.rows if row.key]
        assert {sum(len(run.text) for run in bar[1:-1]) for bar in bars} == {10}
        assert "█" in bars[0][1].text
