"""The status line of the library: the next keys, for where one is."""

from __future__ import annotations

from collections.abc import Mapping

from textual.widget import Widget

from vade.text import counted
from vade.tui.browser import Browser
from vade.tui.keys import Hint, hints
from vade.tui.page.runs import Run, Runs
from vade.tui.theme.roles import Role
from vade.tui.verbs.common import Back, Help, Palette
from vade.tui.verbs.entry import (
    CopyCode,
    CopyWithSource,
    FindInPage,
    FollowLink,
    NextMatch,
    PreviousMatch,
    ToggleStar,
)
from vade.tui.verbs.library import FocusSearch, OpenGallery, OpenReview, ToggleAreas
from vade.tui.verbs.panes import Zoom
from vade.tui.verbs.records import OpenReviews

__all__ = ["status"]

_SEARCH: tuple[Hint, ...] = (
    ("↑↓", "choose"), ("enter", "results"), ("→", "complete"), (Back, "clear"),
    (Palette, "everything"), (Help, "help"),
)  # fmt: skip
_RESULTS: tuple[Hint, ...] = (
    ("enter", "open"), (CopyCode, "copy"), (FocusSearch, "search"), (ToggleAreas, "areas"),
    (OpenGallery, "patterns"), (OpenReview, "review"), (OpenReviews, "reviews"),
    (ToggleStar, "star"), (Help, "help"),
)  # fmt: skip
_PAGE: tuple[Hint, ...] = (
    (CopyCode, "copy"), (CopyWithSource, "with source"), (FollowLink, "links"),
    (FindInPage, "find"), (ToggleStar, "star"), (Zoom, "only this"), (Back, "back"),
)  # fmt: skip
_FIND: tuple[Hint, ...] = (
    ("enter", "to the matches"), (NextMatch, "next"), (PreviousMatch, "previous"), ("esc", "close"),
)  # fmt: skip
_AREAS: tuple[Hint, ...] = (
    ("↑↓", "narrow"), ("enter", "results, or fold"), (ToggleAreas, "hide"),
)  # fmt: skip
_PICK: tuple[Hint, ...] = (
    ("↑↓", "choose"), ("enter", "takes the code"), ("tab", "closer"), (Back, "leaves"),
)  # fmt: skip
_HINTS = {
    "search": _SEARCH, "results": _RESULTS, "page": _PAGE, "areas": _AREAS, "find": _FIND,
}  # fmt: skip


def status(
    focused: Widget | None, browser: Browser, keymap: Mapping[str, str], *, picking: bool = False
) -> tuple[Runs, Runs]:
    """Return what stands at the left and at the right."""
    where = focused.id if focused is not None and focused.id else ""
    keys = _PICK if picking else _HINTS.get(where, _RESULTS)
    name = browser.narrowing.name
    inside = (Run(f"in {name} · ", Role.LABEL),) if name else ()
    total = Run(counted(len(browser.entries), "entry", "entries"), Role.MUTED)
    return hints(*keys, keymap=keymap), (*inside, total)
