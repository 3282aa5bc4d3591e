"""Keys as people read them."""

from __future__ import annotations

from collections.abc import Mapping

from textual.message_pump import MessagePump

from vade.tui.page.runs import Run, Runs
from vade.tui.theme.roles import Role
from vade.tui.verbs.base import Verb

__all__ = ["Hint", "hints", "key_name", "key_of", "keys_in_force"]

_NAMES = {
    "slash": "/",
    "question_mark": "?",
    "asterisk": "*",
    "equals_sign": "=",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "comma": ",",
    "full_stop": ".",
    "plus": "+",
    "minus": "-",
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


def keys_in_force(node: MessagePump) -> Mapping[str, str]:
    """Return binding id to key, as the user has remapped them, for a widget or screen to read."""
    return getattr(node.app, "keys_in_force", {})


def key_of(verb: type[Verb], keymap: Mapping[str, str]) -> str:
    """Return the first key of a verb, the user's own where they remapped it."""
    return key_name(keymap.get(verb.ID, verb.KEY).split(",")[0])


Hint = tuple[str | type[Verb], str]
"""A key as it is written, or a verb that has one; and what it does in a word or two."""


def hints(*pairs: Hint, keymap: Mapping[str, str] | None = None) -> Runs:
    """Return keys and what they do as runs of the status line.

    Args:
        pairs: What to tell.
        keymap: Binding id to keys, where the user remapped them.
    """
    runs: list[Run] = []
    for key, word in pairs:
        shown = key if isinstance(key, str) else key_of(key, keymap or {})
        if runs:
            runs.append(Run("  ", Role.FAINT))
        runs += [Run(shown, Role.KEY), Run(f" {word}", Role.MUTED)]
    return tuple(runs)
