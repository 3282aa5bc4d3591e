"""What is pasted comes from anywhere."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from tui.conftest import until
from vade.tui.screens.note import NoteScreen

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
