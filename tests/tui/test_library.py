"""The library screen, driven by its keys."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tui.conftest import until
from vade.tui.app import VadeApp
from vade.tui.screens.library import LibraryScreen
from vade.tui.widgets.page_view import PageView
from vade.tui.widgets.row_list import RowList


def titles(app: VadeApp) -> list[str]:
    rows = app.screen.query_one("#results", RowList).rows
    return ["".join(run.text for run in row.lines[0].left) for row in rows if row.key]


def page(app: VadeApp) -> str:
    return "\n".join(line.text for line in app.screen.query_one("#page", PageView).lines)


async def search(pilot: Any, text: str) -> None:
    if pilot.app.focused is None or pilot.app.focused.id != "search":
        await pilot.press("slash")
    await pilot.press("ctrl+u", *("space" if c == " " else c for c in text))
    screen = pilot.app.screen
    await until(pilot, lambda: screen._browser.results and screen._browser.results.query == text)


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    taken: list[str] = []

    def take(text: str, env: object, terminal: object) -> str:
        taken.append(text)
        return "a test"

    monkeypatch.setattr("vade.clipboard.copy", take)
    return taken


async def test_typing_searches_and_the_best_hit_is_shown(opened: Any) -> None:
    async with opened() as pilot:
        await search(pilot, "rate lim")
        assert "Rate Limiting" in titles(pilot.app)[0]
        assert "Rate Limiting" in page(pilot.app)


async def test_arrows_in_the_search_box_move_in_the_results(opened: Any) -> None:
    async with opened() as pilot:
        await search(pilot, "valid")
        results = pilot.app.screen.query_one("#results", RowList)
        first = results.key
        await pilot.press("down")
        assert results.key != first
        await pilot.press("up")
        assert results.key == first


async def test_y_copies_the_code_of_a_pattern(opened: Any, copied: list[str]) -> None:
    async with opened() as pilot:
        await search(pilot, "fastapi pattern")
        await pilot.press("enter", "y")
        await until(pilot, lambda: copied)
        assert "import" in copied[0]


async def test_copying_with_source_names_it_in_a_comment(opened: Any, copied: list[str]) -> None:
    async with opened() as pilot:
        await search(pilot, "fastapi pattern")
        await pilot.press("enter", "Y")
        await until(pilot, lambda: copied)
        assert copied[0].startswith("# FastAPI Pattern: backend-specialist:backend-specialist/")


async def test_escape_clears_then_leaves_the_search(opened: Any) -> None:
    async with opened() as pilot:
        await search(pilot, "cors")
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen._browser.results is None)
        await pilot.press("escape")
        assert pilot.app.focused.id == "results"


async def test_back_and_forward_go_through_opened_entries(opened: Any) -> None:
    async with opened() as pilot:
        await search(pilot, "cors")
        await pilot.press("enter", "enter")
        first = page(pilot.app)
        await search(pilot, "redis")
        await pilot.press("enter", "enter")
        assert page(pilot.app) != first
        await pilot.press("alt+left")
        assert pilot.app.screen.query_one("#entry").entry.title in first
        await pilot.press("alt+right")
        assert "Redis" in page(pilot.app)


async def test_one_pane_opens_an_entry_over_the_results(opened: Any) -> None:
    async with opened(size=(80, 24)) as pilot:
        await search(pilot, "cors")
        assert not pilot.app.screen.query_one("#entry").display
        await pilot.press("enter", "enter")
        assert pilot.app.screen.query_one("#entry").display
        await pilot.press("escape")
        assert not pilot.app.screen.query_one("#entry").display


async def test_choosing_an_area_narrows_the_list(opened: Any) -> None:
    async with opened() as pilot:
        await pilot.press("escape", "shift+tab")
        areas = pilot.app.screen.query_one("#areas", RowList)
        areas.focus()
        areas.go("kind:pattern")
        await until(pilot, lambda: len(titles(pilot.app)) == 3)
        entries = pilot.app.shelf.library.entries
        wanted = {entry.id for entry in entries if entry.kind == "pattern"}
        found = pilot.app.screen.query_one("#results", RowList)
        assert {row.key for row in found.rows if row.key} == wanted


async def test_a_star_is_kept_for_the_next_time(opened: Any) -> None:
    async with opened() as pilot:
        await search(pilot, "cors")
        await pilot.press("enter", "asterisk")
        await pilot.pause()
    async with opened() as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, LibraryScreen)
        assert any("cors" in star for star in screen._browser.stars)


async def test_find_in_page_goes_from_match_to_match(opened: Any) -> None:
    async with opened() as pilot:
        await search(pilot, "fastapi pattern")
        await pilot.press("enter", "enter", "ctrl+f", *"return", "enter")
        view = pilot.app.screen.query_one("#page", PageView)
        await until(pilot, lambda: view.step(0)[1] > 0)
        before = view.step(0)
        await pilot.press("n")
        assert view.step(0) != before or before[1] == 1


async def test_too_small_a_terminal_says_so_and_loses_nothing(opened: Any) -> None:
    async with opened(size=(120, 36)) as pilot:
        await search(pilot, "cors")
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert pilot.app.screen.query_one("TooSmall").display
        await pilot.resize_terminal(120, 36)
        await pilot.pause()
        assert not pilot.app.screen.query_one("TooSmall").display
        assert "CORS" in titles(pilot.app)[0]


async def test_a_misspelt_word_finds_what_was_meant_and_says_so(opened: Any) -> None:
    async with opened() as pilot:
        await search(pilot, "authentcation")
        assert "Authentication" in titles(pilot.app)[0]
        said = "".join(run.text for run in pilot.app.screen._browser.found())
        assert "did you mean authentication" in said


async def test_a_page_opens_at_the_line_that_was_found_whatever_marks_it_has(
    opened: Any, tmp_path: Path
) -> None:
    rows = "\n\n".join(f"A zebra, {n}." for n in range(20))
    line = "- **Crossing**: the `zebra` has right of way, see [the rules](other)."
    (tmp_path / "topics").mkdir()
    (tmp_path / "topics/road.md").write_text(
        f"---\ntitle: Road\nsummary: Traffic.\n---\n# Road\n{rows}\n\n{line}\n\n{rows}\n"
    )
    async with opened(packs=(tmp_path,)) as pilot:
        await search(pilot, "zebra crossing")
        view = pilot.app.screen.query_one("#page", PageView)
        await until(pilot, lambda: view.scroll_offset.y > 10)
        shown = view.lines[view.scroll_offset.y : view.scroll_offset.y + view.size.height]
        assert [ln.text for ln in shown if "Crossing: the zebra has right of way" in ln.text]


async def test_a_toast_names_the_key_that_undoes_as_the_reader_has_it(
    opened: Any, no_hint: Path
) -> None:
    no_hint.write_text('[ui]\nhint = false\n[keys]\nstar = "equals_sign,f9"\n')
    async with opened() as pilot:
        await search(pilot, "rate lim")
        await pilot.press("enter", "equals_sign")
        await until(pilot, lambda: pilot.app._notifications)
        assert "Starred. = undoes that." in [str(n.message) for n in pilot.app._notifications]
