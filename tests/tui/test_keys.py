"""Every key in the help does what the help says, and none is swallowed by a text box."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.binding import Binding
from textual.widgets import Input, TextArea

from tui.conftest import DATA, until
from vade.tui.binding_ids import binding_ids
from vade.tui.keymap import PRESETS, unknown
from vade.tui.page.runs import plain
from vade.tui.requests import OpenEntry
from vade.tui.screens.help import HelpScreen, known
from vade.tui.verbs.base import Verb, taker
from vade.tui.verbs.catalogue import VERBS
from vade.tui.widgets.page_view import PageView
from vade.tui.widgets.row_list import RowList

PLACES: dict[str, tuple[str, ...]] = {
    "library": ("escape",),
    "entry": ("escape", "enter"),
    "gallery": ("escape", "c"),
    "review": ("escape", "r", "enter"),
    "finish": ("escape", "r", "enter", "F"),
    "reviews": ("escape", "R"),
    "packs": ("escape", "L"),
}
"""Screen to the keys that lead there."""
SHARED = {"back", "help", "palette", "quit", "quit.now"}
PANES = {"pane.narrow", "pane.next", "pane.previous", "pane.widen", "pane.zoom"}
LIBRARY = PANES | {
    "areas",
    "copy",
    "copy.source",
    "edit",
    "find",
    "find.next",
    "find.previous",
    "gallery",
    "history.back",
    "history.forward",
    "link",
    "new",
    "packs",
    "proof",
    "review",
    "reviews",
    "search",
    "star",
}
OWN: dict[str, set[str]] = {
    "library": LIBRARY,
    "entry": LIBRARY,
    "gallery": PANES
    | {
        "copy",
        "copy.source",
        "edit",
        "gallery.difference",
        "gallery.language",
        "gallery.language-before",
        "gallery.tab",
        "gallery.tab-before",
        "proof",
        "search",
        "star",
    },
    "review": PANES
    | {
        "link",
        "review.clear",
        "review.confirm",
        "review.evidence",
        "review.export",
        "review.fail",
        "review.filter",
        "review.finish",
        "review.follow-up",
        "review.na",
        "review.next",
        "review.note",
        "review.pass",
        "review.previous",
        "review.reason",
        "review.redo",
        "review.severity",
        "review.undo",
    },
    "finish": PANES | {"copy", "review.export", "review.finish"},
    "reviews": PANES
    | {
        "file.edit",
        "review.export",
        "review.undo",
        "reviews.compare",
        "reviews.discard",
        "reviews.filter",
        "reviews.mark",
        "reviews.projects",
        "reviews.reopen",
        "reviews.sort",
        "search",
    },
    "packs": PANES | {"file.edit", "packs.add", "packs.remove"},
}
"""What each screen offers beside what all screens do: one that is lost is seen."""
OFTEN = ("library", "review")
"""The screens of each run; the slow suite takes the others."""


def swallowed() -> set[str]:
    """The keys that text boxes take for themselves."""
    bindings = [b for box in (Input, TextArea) for b in box.BINDINGS if isinstance(b, Binding)]
    return {key.strip() for b in bindings for key in b.key.split(",")}


@pytest.mark.parametrize(
    "place", [p if p in OFTEN else pytest.param(p, marks=pytest.mark.slow) for p in PLACES]
)
async def test_each_key_of_the_help_reaches_its_verb(
    opened: Any, pack: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    async with opened(packs=(pack,)) as pilot:
        for key in PLACES[place]:
            await pilot.press(key)
            await pilot.pause(0.05)
        app = pilot.app
        performed: list[str] = []

        def note(verb: type[Verb], _: Any) -> bool:
            performed.append(verb.ID)
            return True

        monkeypatch.setattr("vade.tui.guiding_app.perform", note)
        verbs = {v.ID: v for v in VERBS}
        asked = [k for k in known(app) if k.id in verbs]
        assert {one.id for one in asked} == SHARED | OWN[place]
        for one in asked:
            verb = verbs[one.id]
            assert taker(verb, app) is not None, one.id
            for key in (*verb.KEY.split(","), *filter(None, verb.ALSO.split(","))):
                performed.clear()
                await pilot.press(key)
                assert performed == [one.id], key


async def test_moving_keys_of_lists_and_pages_move(opened: Any) -> None:
    async with opened() as pilot:
        await pilot.press("escape")
        rows = pilot.app.screen.query_one("#results", RowList)
        for there, back in (("j", "k"), ("down", "up"), ("ctrl+d", "ctrl+u"), ("G", "g")):
            before = rows.key
            await pilot.press(there)
            assert rows.key != before, there
            await pilot.press(back)
            assert rows.key == before, back
        await pilot.press("enter")
        page = pilot.app.screen.query_one("#page", PageView)
        await until(pilot, lambda: page.max_scroll_y > 10)
        for there, back in (("j", "k"), ("space", "pageup"), ("ctrl+d", "ctrl+u"), ("G", "g")):
            await pilot.press(there)
            assert page.scroll_offset.y > 0, there
            await pilot.press(back)
            assert page.scroll_offset.y == 0, back


@pytest.mark.parametrize("key", ["f1", "ctrl+p"])
async def test_keys_meant_to_be_everywhere_work_in_the_search_box(opened: Any, key: str) -> None:
    async with opened() as pilot:
        assert pilot.app.focused.id == "search"
        await pilot.press(key)
        await until(pilot, lambda: pilot.app.screen.is_modal)


def test_what_works_everywhere_is_no_key_of_a_text_box() -> None:
    for verb in VERBS:
        if verb.EVERYWHERE:
            assert not set(verb.KEY.split(",")) & swallowed(), verb.ID
            assert all(b.priority for b in verb.bindings() if b.id == verb.ID)


def test_nothing_else_takes_keys_from_a_text_box() -> None:
    for verb in VERBS:
        if not verb.EVERYWHERE:
            assert not any(b.priority for b in verb.bindings()), verb.ID


def test_presets_name_bindings_that_exist() -> None:
    for name, keys in PRESETS.items():
        assert set(keys) <= binding_ids(), name


def test_the_palette_moves_where_a_preset_takes_its_key() -> None:
    for keys in PRESETS.values():
        taken = {
            key for name, value in keys.items() if name != "palette" for key in value.split(",")
        }
        assert keys.get("palette", "ctrl+p") not in taken


def test_a_wrong_id_gets_the_nearest_one() -> None:
    assert unknown({"copi": "x", "copy": "y"}) == {"copi": "copy"}


@pytest.mark.slow
async def test_a_key_is_remapped_in_the_help_and_kept(opened: Any, no_hint: Path) -> None:
    async with opened() as pilot:
        await pilot.press("escape", "f1", *"show or hide the areas", "enter")
        await until(pilot, lambda: not isinstance(pilot.app.screen, HelpScreen))
        await pilot.press("B")
        await until(pilot, lambda: not pilot.app.screen.is_modal)
        areas = pilot.app.screen.query_one("#areas")
        assert areas.display
        await pilot.press("B")
        assert not areas.display
        assert '"areas" = "B"' in no_hint.read_text()
        assert "hint = false" in no_hint.read_text()
    async with opened() as pilot:
        await pilot.press("escape", "b")
        assert pilot.app.screen.query_one("#areas").display
        await pilot.press("f1", *"show or hide the areas", "delete")
        await pilot.pause()
        assert "areas" not in no_hint.read_text()


async def test_a_key_that_does_something_else_is_refused(opened: Any, no_hint: Path) -> None:
    async with opened() as pilot:
        await pilot.press("escape", "f1", *"show or hide the areas", "enter")
        await pilot.pause()
        await pilot.press("y")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpScreen))
        assert "[keys]" not in no_hint.read_text()


async def test_pages_and_the_welcome_name_the_keys_as_the_reader_has_them(
    opened: Any, no_hint: Path
) -> None:
    no_hint.write_text('[keys]\n"proof" = "f7"\n"review" = "f8"\n')
    async with opened(packs=(DATA / "pack",)) as pilot:
        welcome = pilot.app.screen.query("Hint Bar").last()
        assert "f8 review" in plain(welcome._left)
        pilot.app.post_message(OpenEntry("number-from-a-sequence"))
        page = pilot.app.screen.query_one(PageView)
        await until(pilot, lambda: any("f7 shows it" in line.text for line in page.lines))
        await pilot.press("f7")
        assert await until(pilot, lambda: not any("shows it" in ln.text for ln in page.lines))
