"""Help, made of the bindings themselves, with a search over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from vade.tui.keys import hints, key_name
from vade.tui.page.runs import Run
from vade.tui.theme.roles import Role
from vade.tui.verbs.catalogue import VERBS
from vade.tui.widgets.bar import Bar
from vade.tui.widgets.row_list import Row, RowLine, RowList

__all__ = ["HelpScreen", "Known", "known"]

_KEYS_WIDTH = 14


@dataclass(frozen=True, slots=True)
class Known:
    """One thing the help knows."""

    group: str
    keys: str
    title: str
    meaning: str
    id: str


class HelpScreen(ModalScreen[None]):
    """Lists every key that works on the screen below."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 60%; }
    HelpScreen #sheet { width: 92; max-width: 98%; height: 84%;
        background: $background; border: solid $border; }
    HelpScreen Input { margin: 0 0 1 0; }
    HelpScreen RowList { height: 1fr; }
    """
    BINDINGS = [
        Binding("escape,f1", "leave", "Leave", show=False, id="help.leave", priority=True),
        Binding("down", "move(1)", show=False, id="help.down", priority=True),
        Binding("up", "move(-1)", show=False, id="help.up", priority=True),
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
            yield Bar((Run("Keys", Role.TITLE), Run("  what works here", Role.MUTED)))
            yield Input(placeholder="search the keys", compact=True, max_length=60)
            yield RowList(id="keys")
            yield Bar(hints(("esc", "leaves"), ("ctrl+p", "palette: every action by name")))

    def on_mount(self) -> None:
        """Show all."""
        self.query_one(RowList).show(_rows(self._every))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        words = event.value.casefold().split()
        found = [k for k in self._every if all(w in _text(k) for w in words)]
        self.query_one(RowList).show(_rows(found))

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss(None)

    def action_move(self, by: int) -> None:
        """Move in the list."""
        self.query_one(RowList).action_move(by)


def known(app: App[Any]) -> list[Known]:
    """Return every binding in force, by group, as the user's keys have it."""
    verbs = {verb.ID: verb for verb in VERBS}
    by_id: dict[str, list[str]] = {}
    titles: dict[str, Binding] = {}
    for active in app.screen.active_bindings.values():
        binding = active.binding
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
    order = ("Review", "Library", "Entry", "Everywhere")
    return sorted(found, key=lambda k: order.index(k.group) if k.group in order else len(order))


def _rows(every: Sequence[Known]) -> list[Row]:
    rows: list[Row] = []
    last = ""
    for one in every:
        if one.group != last:
            rows.append(Row("", (RowLine(()), RowLine((Run(one.group, Role.HEADING),)))))
            last = one.group
        left = (Run(f"{one.keys:<{_KEYS_WIDTH}} ", Role.KEY), Run(one.meaning or one.title))
        rows.append(Row(one.id, (RowLine(left),)))
    return rows or [Row("", (RowLine((Run("No key does that.", Role.MUTED),)),))]


def _text(one: Known) -> str:
    return f"{one.group} {one.keys} {one.title} {one.meaning} {one.id}".casefold()
