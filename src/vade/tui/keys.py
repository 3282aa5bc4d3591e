"""Keys as people read them."""

from __future__ import annotations

from collections.abc import Mapping

from vade.tui.page.runs import Run, Runs
from vade.tui.theme.roles import Role
from vade.tui.verbs.base import Verb

__all__ = ["hints", "key_name", "key_of"]

_NAMES = {
    "slash": "/",
    "question_mark": "?",
    "asterisk": "*",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "escape": "esc",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pagedown": "pgdn",
    "pageup": "pgup",
}


def key_name(key: str) -> str:
    """Return a key as it is written on the screen: `alt+←`, `?`, `esc`."""
    *modifiers, last = key.strip().split("+")
    return "+".join((*modifiers, _NAMES.get(last, last)))


def key_of(verb: type[Verb], keymap: Mapping[str, str]) -> str:
    """Return the first key of a verb, the user's own where they remapped it."""
    return key_name(keymap.get(verb.ID, verb.KEY).split(",")[0])


def hints(*pairs: tuple[str, str]) -> Runs:
    """Return keys and what they do as runs of the status line."""
    runs: list[Run] = []
    for key, word in pairs:
        if runs:
            runs.append(Run("  ", Role.FAINT))
        runs += [Run(key, Role.KEY), Run(f" {word}", Role.MUTED)]
    return tuple(runs)
