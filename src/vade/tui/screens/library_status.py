"""The status line of the library: the next keys, for where one is."""

from __future__ import annotations

from textual.widget import Widget

from vade.tui.browser import Browser
from vade.tui.keys import hints
from vade.tui.page.runs import Run, Runs
from vade.tui.theme.roles import Role

__all__ = ["status"]

_HINTS = {
    "search": (("↑↓", "choose"), ("enter", "results"), ("→", "complete"), ("esc", "clear")),
    "results": (("enter", "open"), ("y", "copy"), ("/", "search"), ("b", "areas"), ("r", "review")),
    "page": (
        ("y", "copy"),
        ("Y", "with source"),
        ("o", "links"),
        ("ctrl+f", "find"),
        ("esc", "back"),
    ),
    "areas": (("↑↓", "narrow"), ("enter", "results"), ("b", "hide")),
}


def status(focused: Widget | None, browser: Browser) -> tuple[Runs, Runs]:
    """Return what stands at the left and at the right."""
    where = focused.id if focused is not None and focused.id else ""
    keys = _HINTS.get(where, _HINTS["results"])
    name = browser.narrowing.name
    inside = (Run(f"in {name} · ", Role.LABEL),) if name else ()
    total = Run(f"{len(browser.entries)} entries", Role.MUTED)
    return hints(*keys), (*inside, total)
