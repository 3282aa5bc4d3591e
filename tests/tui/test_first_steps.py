"""What a newcomer tries on each screen, with nothing but the screen to go by."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from tui.conftest import DATA, shown, until
from vade.review.compare import compare
from vade.review.finding import find_item
from vade.review.model import Review
from vade.tui.page.blocks import Text
from vade.tui.page.runs import plain
from vade.tui.requests import Say
from vade.tui.reviews_rows import comparison
from vade.tui.screens.chooser import Chooser, choice, heading
from vade.tui.screens.entry import EntryScreen
from vade.tui.screens.help import HelpScreen
from vade.tui.screens.packs import PacksScreen
from vade.tui.screens.review import ReviewScreen
from vade.tui.screens.reviews import ReviewsScreen
from vade.tui.widgets.page_view import PageView
from vade.tui.widgets.pattern_pane import PatternPane
from vade.tui.widgets.row_list import RowList

SMALL = (80, 24)
PACK = (DATA / "pack",)


def title(before: Review, after: Review) -> str:
    first = comparison(before, after, compare(before, after))[0]
    assert isinstance(first, Text)
    return plain(first.runs)


async def test_a_long_choice_is_narrowed_by_typing_and_its_keys_stay_in_sight(opened: Any) -> None:
    names = [f"Review of part {n}" for n in range(40)]
    async with opened(size=SMALL) as pilot:
        chosen: list[str | None] = []
        rows = [heading("Reviews", first=True), *(choice(name, name) for name in names)]
        pilot.app.push_screen(Chooser("Which?", rows), chosen.append)
        await until(pilot, lambda: isinstance(pilot.app.screen, Chooser))
        await pilot.pause()
        keys = list(pilot.app.screen.query("#sheet Bar"))[-1]
        sheet = pilot.app.screen.query_one("#sheet")
        assert keys.region.bottom < sheet.region.bottom <= SMALL[1]
        await pilot.press(*"PART", "space", *"37", "down", "up", "enter")
        await until(pilot, lambda: chosen)
        assert chosen == ["Review of part 37"]


async def test_a_short_choice_needs_no_typing(opened: Any) -> None:
    async with opened() as pilot:
        chosen: list[str | None] = []
        pilot.app.push_screen(Chooser("Which?", [choice(n, n) for n in "abc"]), chosen.append)
        await until(pilot, lambda: isinstance(pilot.app.screen, Chooser))
        await pilot.pause()
        await pilot.press("j", "enter")
        await until(pilot, lambda: chosen)
        assert chosen == ["b"]


@pytest.mark.parametrize(
    ("key", "tab"), [("d", "± difference"), ("P", "◆ proof"), ("right", "sql")]
)
async def test_a_tab_is_shown_also_where_there_is_room_for_one_pane(
    opened: Any, key: str, tab: str
) -> None:
    async with opened(size=SMALL, packs=PACK) as pilot:
        await pilot.press("escape", "c", "slash", *"sequence", "enter")
        pane = pilot.app.screen.query_one(PatternPane)
        assert not pane.display
        await pilot.press(key)
        await until(pilot, lambda: pane.display)
        assert pane._parts[pane._at].label == tab
        await pilot.press("escape")
        await until(pilot, lambda: not pane.display)
        assert pilot.app.screen.cards.has_focus


async def test_escape_leaves_a_record_for_the_list_before_it_leaves_the_list(opened: Any) -> None:
    async with opened(packs=PACK) as pilot:
        app = pilot.app
        review = app.workspace.desk.start([app.shelf.library.checklists()[0]])
        app.workspace.desk.finish(review.id)
        await pilot.press("escape", "R")
        await until(pilot, lambda: isinstance(app.screen, ReviewsScreen))
        past = app.screen.query_one("#past", RowList)
        await until(pilot, lambda: past.key)
        await pilot.press("enter")
        await until(pilot, lambda: app.screen.query_one("#about", PageView).has_focus)
        await pilot.press("escape")
        await until(pilot, lambda: past.has_focus)
        await pilot.press("escape")
        assert await until(pilot, lambda: not isinstance(app.screen, ReviewsScreen))


async def test_escape_leaves_the_guidance_for_the_items_before_it_leaves_the_review(
    opened: Any,
) -> None:
    async with opened() as pilot:
        await pilot.press("escape", "r")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReviewScreen))
        await pilot.pause()
        await pilot.press("tab")
        items = pilot.app.screen.query_one("#items")
        await until(pilot, lambda: not items.has_focus)
        await pilot.press("escape")
        await until(pilot, lambda: items.has_focus)
        assert isinstance(pilot.app.screen, ReviewScreen)


async def test_two_reviews_of_one_day_are_told_apart_by_the_time(opened: Any) -> None:
    async with opened(packs=PACK) as pilot:
        app = pilot.app
        review = app.workspace.desk.start([app.shelf.library.checklists()[0]])
    early = replace(review, started=datetime(2026, 1, 2, 9, 5, tzinfo=UTC))
    late = replace(review, started=datetime(2026, 1, 2, 14, 30, tzinfo=UTC))
    next_day = replace(review, started=datetime(2026, 1, 3, 9, 5, tzinfo=UTC))
    assert title(early, late) == "2026-01-02 09:05 → 2026-01-02 14:30"
    assert title(early, next_day) == "2026-01-02 → 2026-01-03"


async def test_who_looks_for_remap_finds_where_keys_are_changed(opened: Any) -> None:
    async with opened() as pilot:
        await pilot.press("ctrl+p", *"remap", "enter")
        assert await until(pilot, lambda: isinstance(pilot.app.screen, HelpScreen))


async def test_the_help_is_cut_nowhere_and_tells_no_key_that_does_nothing(opened: Any) -> None:
    async with opened(size=SMALL) as pilot:
        await pilot.press("escape", "f1")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpScreen))
        rows = pilot.app.screen.query_one(RowList)
        await until(pilot, lambda: rows.rows)
        widest = rows.scrollable_content_region.width - 3
        lines = [plain(line.left) for row in rows.rows for line in row.lines]
        assert max(map(len, lines)) <= widest
        told = {one.title for one in pilot.app.screen._every}
        assert not told & {"Scroll Left", "Page Right", "Copy selected text"}


async def test_a_page_of_a_pack_is_opened_from_its_list(opened: Any) -> None:
    async with opened(packs=PACK) as pilot:
        await pilot.press("escape", "L")
        await until(pilot, lambda: isinstance(pilot.app.screen, PacksScreen))
        screen = pilot.app.screen
        assert "Order Numbers" in shown(screen, "#found")
        found = screen.query_one("#found", RowList)
        await pilot.press("enter")
        await until(pilot, lambda: found.has_focus)
        page = next(row.key for row in found.rows if row.key and not row.key.isdigit())
        found.go(page)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, EntryScreen))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)


async def test_an_item_is_named_by_its_title(opened: Any) -> None:
    async with opened() as pilot:
        app = pilot.app
        review = app.workspace.desk.start([app.shelf.library.checklist("backend-specialist")])
        assert find_item(review, "Input Validation").title == "Input Validation"


async def test_what_is_said_again_is_shown_once(opened: Any) -> None:
    async with opened() as pilot:
        for text in ("Nothing else is open.", *["The last one."] * 5):
            pilot.app.post_message(Say(text))
        await pilot.pause()
        said = [str(n.message) for n in pilot.app._notifications]
        assert said == ["Nothing else is open.", "The last one."]
