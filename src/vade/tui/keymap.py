"""The keys in force: a preset for moving about, and over it what the user remapped."""

from __future__ import annotations

from collections.abc import Mapping

from vade.settings import Settings

__all__ = ["PRESETS", "keymap", "unknown"]

PRESETS: dict[str, dict[str, str]] = {
    "default": {},
    "vim": {
        "list.page-up": "pageup,ctrl+u,ctrl+b",
        "list.page-down": "pagedown,ctrl+d,ctrl+f",
        "page.page-up": "pageup,ctrl+u,ctrl+b",
        "page.page-down": "pagedown,ctrl+d,space",
        "history.back": "alt+left,ctrl+o",
    },
    "emacs": {
        "list.up": "up,ctrl+p,k",
        "list.down": "down,ctrl+n,j",
        "list.page-up": "pageup,alt+v",
        "list.page-down": "pagedown,ctrl+v",
        "list.top": "home,alt+less_than_sign",
        "list.end": "end,alt+greater_than_sign",
        "page.up": "up,ctrl+p,k",
        "page.down": "down,ctrl+n,j",
        "page.page-up": "pageup,alt+v",
        "page.page-down": "pagedown,ctrl+v,space",
        "page.top": "home,alt+less_than_sign",
        "page.end": "end,alt+greater_than_sign",
        "search.up": "up,ctrl+p",
        "search.down": "down,ctrl+n",
        "palette": "alt+x",
    },
}
"""Binding id to keys. A preset may move the palette's key, as emacs does."""


def keymap(settings: Settings) -> dict[str, str]:
    """Return binding id to keys; the user's own win over the preset's."""
    return {**PRESETS.get(settings.text("ui.keys"), {}), **settings.keys}


def unknown(keys: Mapping[str, str]) -> dict[str, str]:
    """Return the ids that name no binding, each with the nearest one that does."""
    if not keys:
        return {}
    import difflib

    from vade.tui.binding_ids import binding_ids

    known = binding_ids()
    wrong = [name for name in keys if name not in known]
    return {n: next(iter(difflib.get_close_matches(n, known, n=1)), "") for n in wrong}
