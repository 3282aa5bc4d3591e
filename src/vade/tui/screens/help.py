"""Help, made of the bindings themselves, with a search over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from textual import events, on
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input

from vade.tui.keys import hints, key_name
from vade.tui.page.runs import Run, wrap
from vade.tui.requests import Remap, Say
from vade.tui.screens.key import KeyScreen
from vade.tui.screens.list_sheet import ListSheet, list_keys
from vade.tui.theme.roles import Role
from vade.tui.verbs.catalogue import VERBS
from vade.tui.widgets.bar import Bar
from vade.tui.widgets.row_list import Row, RowLine, RowList

__all__ = ["HelpScreen", "Known", "known"]

_WIDEST = 104
_FRAME = 7
"""The border, the cursor and the scrollbar."""
_KEYS_WIDTH = 17
_IDLE = frozenset({
    "scroll_left", "scroll_right", "page_left", "page_right", "screen.copy_text",
})  # fmt: skip
"""What Textual binds and what does nothing here: no pane scrolls sideways, no text is selected."""
_LANGUAGE = "How a search is written"
_SYNTAX = (
    ("rate limit", "entries with all the words; the last one may be unfinished"),
    ('"too many"', "these words in this order"),
    ("-redis", "without the word"),
    ("kind:pattern", "also topic, check, principle, trigger, document"),
    ("lang:python", "patterns in a language"),
    ("in:security", "in an area whose name has the word; also area:"),
    ("pack:vade", "from one pack"),
    ("title:cors", "in the title"),
    ("code:select", "in the code"),
)


@dataclass(frozen=True, slots=True)
class Known:
    """One thing the help knows."""

    group: str
    keys: str
    title: str
    meaning: str
    id: str


class HelpScreen(ListSheet[None]):
    """Lists every key that works on the screen below."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 60%; }
    HelpScreen #sheet { width: 104; max-width: 98%; height: 84%;
        background: $background; border: solid $border; }
    HelpScreen Input { margin: 0 0 1 0; }
    HelpScreen RowList { height: 1fr; }
    """
    BINDINGS = [
        Binding("escape,f1", "leave", "Leave", show=False, id="help.leave", priority=True),
        *list_keys("help"),
        Binding("delete", "reset", "Its own key again", show=False, id="help.reset", priority=True),
    ]

    def __init__(self, every: Sequence[Known]) -> None:
        """Help with all of these."""
        super().__init__()
        self._every = every

    @classmethod
    def of(cls, app: App[Any]) -> HelpScreen:
        """The help for the screen that is shown."""
        return cls(known(app))

    def compose(self) -> ComposeResult:
        """A search over a list."""
        with Vertical(id="sheet"):
            yield Bar(
                (
                    Run("Keys", Role.TITLE),
                    Run("  what works here, and how a search is written", Role.MUTED),
                )
            )
            yield Input(placeholder="search the keys", compact=True, max_length=60)
            yield RowList(id="keys")
            yield Bar(
                hints(("enter", "changes its key"), ("del", "restores it"), ("esc", "leaves"))
            )

    def on_resize(self, event: events.Resize) -> None:
        """Break what is told where the room ends now."""
        self._list(self.query_one(RowList).key)

    @on(Input.Changed)
    def _typed(self) -> None:
        self._list()

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.query_one(RowList).action_choose()

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        """Ask for another key, and refuse one that does something else here."""
        one = next(k for k in self._every if k.id == event.key)
        if one.group == _LANGUAGE:
            return

        def pressed(key: str | None) -> None:
            taken = [k.title for k in self._every if key and key_name(key) in k.keys.split()]
            if key and taken and taken != [one.title]:
                text = f"{key_name(key)} is {taken[0]} already. Nothing was changed."
                self.app.post_message(Say(text, "warning"))
            elif key:
                self.app.post_message(Remap(one.id, one.title, key))
                self.dismiss(None)

        self.app.push_screen(KeyScreen(one.title), pressed)

    def action_reset(self) -> None:
        """Give the binding its own key again."""
        key = self.query_one(RowList).key
        one = next((k for k in self._every if k.id == key), None)
        if one and one.group != _LANGUAGE:
            self.app.post_message(Remap(one.id, one.title, None))
            self.dismiss(None)

    def _list(self, key: str | None = None) -> None:
        words = self.query_one(Input).value.casefold().split()
        found = [k for k in self._every if all(w in _text(k) for w in words)]
        columns = min(_WIDEST, self.size.width * 98 // 100) - _FRAME - _KEYS_WIDTH
        self.query_one(RowList).show(_rows(found, columns), key=key)


def known(app: App[Any]) -> list[Known]:
    """Return every binding in force, by group, as the user's keys have it."""
    verbs = {verb.ID: verb for verb in VERBS}
    by_id: dict[str, list[str]] = {}
    titles: dict[str, Binding] = {}
    for active in app.screen.active_bindings.values():
        binding = active.binding
        if binding.action in _IDLE:
            continue
        name = (binding.id or binding.action).removesuffix(".also")
        by_id.setdefault(name, []).append(key_name(binding.key))
        titles.setdefault(name, binding)
    found = [
        Known(
            verbs[name].GROUP if name in verbs else "Moving about and typing",
            "  ".join(dict.fromkeys(keys)),
            titles[name].description or name,
            verbs[name].meaning() if name in verbs else "",
            name,
        )
        for name, keys in by_id.items()
    ]
    found += [Known(_LANGUAGE, words, words, meaning, f"?{words}") for words, meaning in _SYNTAX]
    order = ("Review", "Reviews", "Packs", "Patterns", "Library", "Entry", "Panes", "Everywhere")
    return sorted(found, key=lambda k: order.index(k.group) if k.group in order else len(order))


def _rows(every: Sequence[Known], columns: int) -> list[Row]:
    rows: list[Row] = []
    last = ""
    for one in every:
        if one.group != last:
            heading = RowLine((Run(one.group, Role.HEADING),))
            rows.append(Row("", (RowLine(()), heading) if rows else (heading,)))
            last = one.group
        first, *others = wrap((Run(one.meaning or one.title),), columns)
        lines = [RowLine((Run(f"{one.keys:<{_KEYS_WIDTH}}", Role.KEY), *first))]
        lines += [RowLine((Run(" " * _KEYS_WIDTH), *other)) for other in others]
        rows.append(Row(one.id, tuple(lines)))
    return rows or [Row("", (RowLine((Run("No key does that.", Role.MUTED),)),))]


def _text(one: Known) -> str:
    return f"{one.group} {one.keys} {one.title} {one.meaning} {one.id}".casefold()
