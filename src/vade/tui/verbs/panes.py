"""Verbs of panes: which is wider, which has all the room."""

from __future__ import annotations

from vade.tui.verbs.base import Verb

__all__ = ["PANES", "Narrow", "NextPane", "PreviousPane", "Widen", "Zoom"]


class NextPane(Verb):
    """Go to the next pane."""

    ID = "pane.next"
    KEY = "tab"
    TITLE = "Next pane"
    GROUP = "Panes"


class PreviousPane(Verb):
    """Go to the pane before."""

    ID = "pane.previous"
    KEY = "shift+tab"
    TITLE = "Previous pane"
    GROUP = "Panes"


class Widen(Verb):
    """Make the pane wider that has the focus."""

    ID = "pane.widen"
    KEY = "greater_than_sign"
    TITLE = "Wider pane"
    GROUP = "Panes"


class Narrow(Verb):
    """Make the pane narrower that has the focus."""

    ID = "pane.narrow"
    KEY = "less_than_sign"
    TITLE = "Narrower pane"
    GROUP = "Panes"


class Zoom(Verb):
    """Hide the other panes, or show them again."""

    ID = "pane.zoom"
    KEY = "m"
    TITLE = "Only this pane"
    GROUP = "Panes"


PANES: tuple[type[Verb], ...] = (NextPane, PreviousPane, Widen, Narrow, Zoom)
