"""Keys that came before a screen was up, or after it was gone, take nothing else away."""

from __future__ import annotations

from typing import Any

from tui.conftest import until
from vade.tui.screens.ask import AskScreen
from vade.tui.screens.help import HelpScreen
from vade.tui.screens.palette import PaletteScreen


async def test_a_screen_that_is_told_twice_to_leave_leaves_once(opened: Any) -> None:
    async with opened() as pilot:
        app = pilot.app
        below, above = AskScreen("One?"), AskScreen("Two?")
        answers: list[str | None] = []
        await app.push_screen(below, answers.append)
        await app.push_screen(above)
        above.dismiss("two")
        above.dismiss("two")
        below.dismiss("one")
        below.dismiss("one")
        await until(pilot, lambda: len(app.screen_stack) == 1)
        await until(pilot, lambda: answers)
        assert answers == ["one"]


async def test_a_screen_below_another_does_not_take_that_away(opened: Any) -> None:
    async with opened() as pilot:
        below, above = HelpScreen([]), AskScreen("Two?")
        await pilot.app.push_screen(below)
        await pilot.app.push_screen(above)
        below.dismiss(None)
        await pilot.pause()
        assert pilot.app.screen is above


async def test_the_find_box_may_be_closed_before_it_is_up(opened: Any) -> None:
    async with opened() as pilot:
        await pilot.press("escape", "enter")
        await pilot.pause()
        pane = pilot.app.screen.query_one("EntryPane")
        pane.on_find_in_page()
        pane._leave_find()
        pane._focus_find()
        await pilot.pause()
        assert not pilot.app.screen.query("FindBox")


async def test_leaving_while_a_screen_comes_up_is_no_error(opened: Any) -> None:
    async with opened() as pilot:
        pilot.app.push_screen(HelpScreen([]))
        pilot.app.push_screen(PaletteScreen([]))
        pilot.app.exit()
    assert not pilot.app.return_code


async def test_the_project_that_is_found_while_leaving_is_no_error(opened: Any) -> None:
    async with opened() as pilot:
        await pilot.app.screen.query_one("#header").remove()
        pilot.app.screen.say_place((), ())
    assert not pilot.app.return_code
