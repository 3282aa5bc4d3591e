"""The palette: every action that can be done here, every theme, every entry by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input

from vade.tui.keys import hints
from vade.tui.page.runs import Run, Runs
from vade.tui.screens.list_sheet import ListSheet, list_keys
from vade.tui.theme.roles import Role
from vade.tui.widgets.bar import Bar
from vade.tui.widgets.row_list import Row, RowLine, RowList

__all__ = ["Offer", "PaletteScreen", "matching"]

_MOST = 60


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing the palette offers."""

    key: str
    """`verb:…`, `theme:…` or `entry:…`."""
    name: str
    more: str = ""
    """What it means, or where it is."""
    shortcut: str = ""
    glyph: Runs = ()


class PaletteScreen(ListSheet[str | None]):
    """Gives back the key of what was chosen."""

    DEFAULT_CSS = """
    PaletteScreen { align: center top; background: $background 60%; }
    PaletteScreen #sheet { width: 92; max-width: 98%; height: 70%; margin: 2 0 0 0;
        background: $background; border: solid $border; }
    PaletteScreen RowList { height: 1fr; margin: 1 0 0 0; }
    """
    BINDINGS = [
        Binding("escape", "leave", "Leave", show=False, id="palette.leave", priority=True),
        *list_keys("palette", "down,ctrl+n"),
    ]

    def __init__(self, offers: Sequence[Offer]) -> None:
        """Offer all of these."""
        super().__init__()
        self._offers = offers

    def compose(self) -> ComposeResult:
        """A search over a list."""
        with Vertical(id="sheet"):
            yield Input(placeholder="what to do, or an entry's name", compact=True, max_length=80)
            yield RowList(id="offers")
            yield Bar(hints(("↑↓", "choose"), ("enter", "does it"), ("esc", "leaves")))

    def on_mount(self) -> None:
        """Show the actions."""
        self._show("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._show(event.value)

    @on(Input.Submitted)
    def _entered(self) -> None:
        if key := self.query_one(RowList).key:
            self.dismiss(key)

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        self.dismiss(event.key)

    def _show(self, typed: str) -> None:
        self.query_one(RowList).show(_rows(matching(self._offers, typed)))


def matching(offers: Sequence[Offer], typed: str) -> list[Offer]:
    """The offers that hold every word: in the name before in the meaning, actions first."""
    words = typed.casefold().split()
    if not words:
        return [offer for offer in offers if offer.key.startswith("verb:")]
    ranked = []
    for n, offer in enumerate(offers):
        name = offer.name.casefold()
        text = f"{name} {offer.more.casefold()}"
        if all(word in text for word in words):
            begun = all(f" {word}" in f" {name}" for word in words)
            inside = all(word in name for word in words)
            rank = (not begun, not inside, not offer.key.startswith("verb:"))
            ranked.append((*rank, not name.startswith(words[0]), n, offer))
    return [offer for *_, offer in sorted(ranked, key=lambda r: r[:-1])[:_MOST]]


def _rows(offers: Sequence[Offer]) -> list[Row]:
    rows = [
        Row(
            offer.key,
            (
                RowLine(
                    (*offer.glyph, Run(offer.name), Run(f"  {offer.more}", Role.FAINT)),
                    (Run(offer.shortcut, Role.KEY),) if offer.shortcut else (),
                ),
            ),
        )
        for offer in offers
    ]
    return rows or [Row("", (RowLine((Run("Nothing is called that.", Role.MUTED),)),))]
