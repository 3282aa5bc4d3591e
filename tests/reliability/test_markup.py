"""Markup and action links in all that widgets are given: shown as typed, and never acted upon."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea
from textual.widgets._toast import Toast

from reliability.figures import count, tell
from reliability.inside import opened, workspace
from review.repository import repository
from tui.conftest import until
from vade.tui.app import VadeApp
from vade.tui.page.blocks import Block, Code, Table, Text
from vade.tui.page.runs import Run
from vade.tui.requests import Say
from vade.tui.widgets.bar import Bar
from vade.tui.widgets.page_view import PageView
from vade.tui.widgets.prompt import Prompt
from vade.tui.widgets.row_list import Row, RowLine, RowList

pytestmark = pytest.mark.slow

STRINGS = count(1_500, 100_000)
SIZE = (240, 700)
"""A window in which nothing has to be scrolled."""
PARTS = (
    "[@click=app.quit]", "[@click=screen.dismiss]", "[@click=app.bell()]", "[link=file:///x]",
    "[/]", "[/b]", "[b]", "[bold red]", "[#ff0000]", "[on blue]", "[$primary]", "[", "]", "[[",
    "]]", "[@click]", "[@click=", "[@click=app.simulate_key('q')]", "[link='x\"]", "\\[", "\\",
    "[not markup]", "[/@click]", "[auto]", "[=]", "[ ]", "['", '["', "[@@]", "[a=b c=d]", "{}",
    "%s", "$x", ":smile:", "&amp;", "<b>", "`x`", "**", "x", "word", "é", "漢",
)  # fmt: skip


class Strings:
    """Random strings, each between two words of its own."""

    def __init__(self) -> None:
        self.chance = random.Random(11)
        self.many = 0

    def take(self, many: int) -> list[str]:
        return [self._one() for _ in range(many)]

    def _one(self) -> str:
        self.many += 1
        parts = "".join(self.chance.choices(PARTS, k=self.chance.randint(1, 4)))
        return f"w{self.many}w{parts}v{self.many}v"


class Sheet(Screen[None]):
    """One of each widget that shows text of others, one below the other."""

    def compose(self) -> ComposeResult:
        """Make them as high as what they will show."""
        with Vertical():
            for widget, height in (
                (Bar(id="bar"), 1),
                (RowList(id="rows"), 200),
                (PageView(id="page"), 260),
                (TextArea(id="text"), 110),
                (Input(compact=True, id="box"), 1),
            ):
                widget.styles.height = height
                yield widget
            yield Prompt()


def blocks(strings: Sequence[str]) -> list[Block]:
    """Paragraphs, links, code and tables."""
    third = len(strings) // 3
    texts: list[Block] = [
        Text((Run(s),)) if n % 2 else Text((Run(s, link="https://example.org/"),))
        for n, s in enumerate(strings[:third])
    ]
    code = Code("\n".join(strings[third : 2 * third]), "text")
    table = Table(tuple(((Run(s),), (Run("x"),)) for s in strings[2 * third :]))
    return [*texts, code, table]


def squeezed(text: str) -> str:
    """A text without spaces, line ends and frames: where it was wrapped does not matter."""
    return "".join(c for c in text if not c.isspace() and c not in "…│▏▌▐▁▂▃▄▅▆▇█▎▊▔")


def painted(app: Any, widget: Widget) -> str:
    """What the screen shows where a widget is."""
    strips = app.screen._compositor.render_strips()
    place = widget.region
    lines = strips[place.y : place.bottom]
    return squeezed("".join(strip.crop(place.x, place.right).text for strip in lines))


def lost(app: Any, widget: Widget, strings: Sequence[str]) -> list[str]:
    """The strings that a widget does not show as they were typed."""
    shown = painted(app, widget)
    return [s for s in strings if squeezed(s) not in shown]


async def test_markup_is_shown_as_typed_and_never_acted_upon(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    strings, acted = Strings(), []
    run_action = VadeApp.run_action

    async def watched(self: VadeApp, action: Any, *args: Any, **kwargs: Any) -> bool:
        acted.append(str(action))
        return await run_action(self, action, *args, **kwargs)

    monkeypatch.setattr(VadeApp, "run_action", watched)
    async with opened(workspace(repository(tmp_path / "shop"))) as pilot:
        await pilot.app.push_screen(Sheet())
        await pilot.resize_terminal(*SIZE)
        await until(pilot, lambda: pilot.app.screen.size.height == SIZE[1])
        while strings.many < STRINGS:
            await fill(pilot, strings)
            await tell_all(pilot, strings)
            assert isinstance(pilot.app.screen, Sheet)
    assert [a for a in acted if "quit" in a or "dismiss" in a or "bell" in a or "key" in a] == []
    tell("markup", strings.many)


async def fill(pilot: Pilot[str], strings: Strings) -> None:
    """Give each widget strings, look at what it shows, and click on them."""
    app, screen = pilot.app, pilot.app.screen
    given = {"#rows": 195, "#page": 240, "#text": 100, "#bar": 2, "#box": 1, "#ask": 1}
    texts = {name: strings.take(many) for name, many in given.items()}
    screen.query_one("#rows", RowList).show(
        [Row(f"k{n}", (RowLine((Run(s),)),)) for n, s in enumerate(texts["#rows"])]
    )
    screen.query_one("#page", PageView).show(blocks(texts["#page"]))
    screen.query_one("#text", TextArea).text = "\n".join(texts["#text"])
    left, right = texts["#bar"]
    screen.query_one("#bar", Bar).show((Run(left),), (Run(right),))
    screen.query_one("#box", Input).value = texts["#box"][0]
    screen.query_one(Prompt).ask("why", texts["#ask"][0])
    await pilot.pause()
    for name, wanted in texts.items():
        assert lost(app, screen.query_one(name), wanted) == [], name
    for name in ("#rows", "#page", "#bar"):
        place = screen.query_one(name).region
        at = (strings.chance.randrange(4, 60), strings.chance.randrange(place.y, place.bottom))
        await pilot.click(offset=at)


async def tell_all(pilot: Pilot[str], strings: Strings) -> None:
    """Say some strings in toasts."""
    said = strings.take(8)
    for text in said:
        pilot.app.post_message(Say(text, strings.chance.choice(("error", "warning"))))
    await until(pilot, lambda: len(pilot.app.screen.query(Toast)) == len(said))
    await pilot.pause()
    shown = "".join(painted(pilot.app, toast) for toast in pilot.app.screen.query(Toast))
    assert [s for s in said if squeezed(s) not in shown] == []
    pilot.app.clear_notifications()
    await until(pilot, lambda: not pilot.app.screen.query(Toast))
