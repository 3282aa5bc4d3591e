"""What is pasted comes from anywhere."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from tui.conftest import until
from tui.test_review import begin, item
from vade.tui.screens.note import NoteScreen
from vade.tui.widgets.row_list import RowList

Opened = Callable[..., AbstractAsyncContextManager[Pilot[None]]]


async def test_a_pasted_escape_is_made_visible(opened: Opened) -> None:
    async with opened() as pilot:
        app = pilot.app
        app.push_screen(NoteScreen("Logging", ""))
        await until(pilot, lambda: app.screen.query(TextArea))
        area = app.screen.query_one(TextArea)
        await until(pilot, lambda: area.has_focus)
        app.post_message(Paste("a\x1b]0;x\x07\r\nb\u202e"))
        await until(pilot, lambda: area.text)
        assert area.text == "a␛]0;x␇\nb<U+202E>"


async def test_a_pasted_escape_in_a_line_is_made_visible(opened: Opened) -> None:
    async with opened() as pilot:
        box = pilot.app.screen.query(Input).first()
        box.focus()
        await until(pilot, lambda: box.has_focus)
        pilot.app.post_message(Paste("a\x1b[2J\u200b"))
        await until(pilot, lambda: box.value)
        assert box.value == "a␛[2J<U+200B>"


async def test_a_megabyte_pasted_into_the_search_is_cut_and_the_search_goes_on(
    opened: Opened,
) -> None:
    async with opened() as pilot:
        app = pilot.app
        box = app.screen.query(Input).first()
        await until(pilot, lambda: box.has_focus)
        app.post_message(Paste("orders " * 150_000))
        await until(pilot, lambda: box.value)
        assert len(box.value) == box.max_length
        await pilot.press("escape", *"input")
        assert box.value == "input"
        results = app.screen.query_one("#results", RowList)
        await until(pilot, lambda: "input-validation" in results.key)


@pytest.mark.slow
async def test_a_megabyte_pasted_into_a_note_is_kept_whole(opened: Opened) -> None:
    text = "\n".join(f"{n:06} of a log that somebody pasted" for n in range(27_000))
    async with opened() as pilot:
        await begin(pilot)
        await pilot.press("a")
        await until(pilot, lambda: pilot.app.screen.query("#note"))
        area = pilot.app.screen.query_one(TextArea)
        await until(pilot, lambda: area.has_focus)
        pilot.app.post_message(Paste(text))
        await until(pilot, lambda: area.text)
        await pilot.press("x", "escape")
        await until(pilot, lambda: not pilot.app.screen.is_modal)
        await until(pilot, lambda: item(pilot.app, "Input Validation").answer.notes)
        assert item(pilot.app, "Input Validation").answer.notes == f"{text}x"
