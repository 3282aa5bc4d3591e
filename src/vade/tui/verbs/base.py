"""The verb: one class for something the user can do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget

__all__ = ["Verb", "bindings", "perform", "taker"]


class Verb(Message, bubble=False):
    """Something the user can do. Its docstring is what the help says of it."""

    ID: ClassVar[str] = ""
    """Names the binding in the configuration's `[keys]`."""
    KEY: ClassVar[str] = ""
    """The keys, separated by commas; empty for the palette only."""
    ALSO: ClassVar[str] = ""
    """Keys that do the same, but not in a text box."""
    TITLE: ClassVar[str] = ""
    """What the palette and the status line call it."""
    GROUP: ClassVar[str] = ""
    """The heading it stands under in the help."""
    EVERYWHERE: ClassVar[bool] = False
    """Whether it works inside a text box too."""

    @classmethod
    def bindings(cls) -> Iterator[Binding]:
        """Yield its key bindings."""
        action = f"app.verb('{cls.ID}')"
        for keys, name, everywhere in (
            (cls.KEY, cls.ID, cls.EVERYWHERE),
            (cls.ALSO, f"{cls.ID}.also", False),
        ):
            if keys:
                yield Binding(
                    keys,
                    action,
                    cls.TITLE,
                    show=False,
                    priority=everywhere,
                    id=name,
                    tooltip=cls.meaning(),
                )

    @classmethod
    def meaning(cls) -> str:
        """The sentence that explains it."""
        return (cls.__doc__ or "").split("\n", maxsplit=1)[0]


def bindings(verbs: Iterable[type[Verb]]) -> list[BindingType]:
    """Return the bindings of all verbs that have a key."""
    return [binding for verb in verbs for binding in verb.bindings()]


def taker(verb: type[Verb], app: App[Any]) -> Widget | App[Any] | None:
    """Return who acts on a verb: the focused widget, what it stands in, a pane, or the app."""
    return next((node for node in _candidates(app) if hasattr(node, verb.handler_name)), None)


def perform(verb: type[Verb], app: App[Any]) -> bool:
    """Let whoever can act on a verb; return whether there was anyone."""
    node = taker(verb, app)
    if node is None:
        return False
    node.post_message(verb())
    return True


def _candidates(app: App[Any]) -> Iterator[Widget | App[Any]]:
    screen = app.screen
    focused = screen.focused
    if focused is not None:
        yield from (n for n in focused.ancestors_with_self if isinstance(n, Widget))
    else:
        yield screen
    yield from screen.query(".pane")
    yield app
