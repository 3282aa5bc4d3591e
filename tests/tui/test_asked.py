"""Queries of before: what is remembered, what is offered, and how it is asked again."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from tui.conftest import until
from tui.test_library import page, search, titles
from vade.paths import Paths
from vade.tui.app import VadeApp
from vade.tui.asked import Asked, asked_again, asked_from, asked_rows, plain
from vade.tui.marks import Marks


def offered(app: VadeApp) -> list[str]:
    return [title.removeprefix("⌕ ") for title in titles(app) if title.startswith("⌕ ")]


def empty(app: VadeApp) -> bool:
    return app.screen._browser.results is None  # type: ignore[attr-defined]


async def open_from(pilot: Any, query: str) -> None:
    await search(pilot, query)
    await pilot.press("enter", "enter")
    await until(pilot, lambda: query in [q.text for q in pilot.app.screen._browser.marks.queries])


async def test_an_empty_box_offers_what_led_to_an_entry_and_only_that(opened: Any) -> None:
    async with opened() as pilot:
        assert offered(pilot.app) == []
        await open_from(pilot, "rate lim")
        await search(pilot, "redis")
        await pilot.press("escape")
        await until(pilot, lambda: empty(pilot.app))
        assert offered(pilot.app) == ["rate lim"]
    async with opened() as pilot:
        assert offered(pilot.app) == ["rate lim"]


async def test_up_and_enter_ask_the_last_query_again(opened: Any) -> None:
    async with opened() as pilot:
        await open_from(pilot, "rate lim")
        await open_from(pilot, "cors")
        await pilot.press("slash", "ctrl+u")
        await until(pilot, lambda: empty(pilot.app))
        assert page(pilot.app), "the cursor begins on the first entry, and shows it"
        await pilot.press("up", "enter")
        box = pilot.app.screen.query_one("#search")
        await until(pilot, lambda: box.value == "cors" and not empty(pilot.app))
        assert pilot.app.focused is box
        assert "CORS" in titles(pilot.app)[0]


async def test_a_typed_letter_takes_the_offers_away(opened: Any) -> None:
    async with opened() as pilot:
        await open_from(pilot, "cors")
        await search(pilot, "r")
        assert offered(pilot.app) == []


async def test_turned_off_nothing_is_remembered_and_what_was_is_forgotten(
    opened: Any, no_hint: Path
) -> None:
    async with opened() as pilot:
        await open_from(pilot, "cors")
    kept = Paths.from_environment(os.environ).marks
    assert "cors" in kept.read_text()
    no_hint.write_text("[ui]\nhint = false\n[search]\nhistory = false\n")
    async with opened() as pilot:
        assert offered(pilot.app) == []
        await search(pilot, "redis")
        await pilot.press("enter", "enter")
        await until(pilot, lambda: "redis" in "".join(Marks.read(kept).recent))
    assert json.loads(kept.read_text())["queries"] == []


def test_the_oldest_give_way_and_a_repeated_one_comes_first() -> None:
    queries: tuple[Asked, ...] = ()
    for number in range(70):
        queries = asked_again(queries, f"q{number}")
    queries = asked_again(queries, "q60")
    assert len(queries) == 50
    assert queries[0] == Asked("q60", 2)
    assert queries[-1].text == "q20"


def test_the_frequent_ones_come_first_and_the_last_one_last() -> None:
    queries = (Asked("new"), Asked("often", 3), Asked("old"), Asked("most", 9))
    assert [row.key for row in asked_rows(queries)] == [
        "", "ask:most", "ask:often", "ask:old", "ask:new", "",
    ]  # fmt: skip
    assert asked_rows(()) == []


def test_queries_come_back_as_they_were_kept_and_nothing_else_does() -> None:
    queries = (Asked("jwt refresh"), Asked('lang:go "a b"', 4))
    assert asked_from(json.loads(json.dumps(plain(queries)))) == queries
    for spoilt in (None, 3, "x", [[3, "x"]], [["x"]], [[" ", 1]], {"x": 1}):
        assert asked_from(spoilt) == ()
    assert "\x1b" not in asked_from([["a\x1b]52;c;x\x07", 1]])[0].text


def test_a_file_of_before_queries_were_kept_is_read(tmp_path: Path) -> None:
    old = tmp_path / "marks.json"
    old.write_text(json.dumps({"vade": 1, "stars": ["a:b/c"], "recent": ["a:d/e"]}))
    marks = Marks.read(old).visit("a:f/g", "cors")
    assert (marks.stars, marks.recent) == (("a:b/c",), ("a:f/g", "a:d/e"))
    assert Marks.read(old).queries == (Asked("cors"),)
    assert Marks.read(old).toggle("a:b/c").queries == (Asked("cors"),)


async def test_the_box_completes_fields_and_their_values(opened: Any) -> None:
    async with opened() as pilot:
        box = pilot.app.screen.query_one("#search")
        for typed, completed in (
            ("kin", "kind:"),
            ("cors kind:pa", "cors kind:pattern"),
            ("-lang:pyt", "-lang:python"),
        ):
            await search(pilot, typed)
            await until(pilot, lambda c=completed: box._suggestion == c)
            await pilot.press("right")
            assert box.value == completed
            await until(pilot, lambda c=completed: pilot.app.screen._browser.query == c)
