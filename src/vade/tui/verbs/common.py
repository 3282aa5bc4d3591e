"""Verbs that every screen knows."""

from __future__ import annotations

from vade.tui.verbs.base import Verb

__all__ = ["COMMON", "Back", "ChangeKey", "Help", "Palette", "Quit", "QuitNow", "Theme"]


class Help(Verb):
    """Show every key that works here, with a search over them."""

    ID = "help"
    KEY = "f1"
    ALSO = "question_mark"
    TITLE = "Help"
    GROUP = "Everywhere"
    EVERYWHERE = True


class Palette(Verb):
    """Open the palette: every action, every theme, every entry by name."""

    ID = "palette"
    KEY = "ctrl+p"
    TITLE = "Palette"
    GROUP = "Everywhere"
    EVERYWHERE = True


class Back(Verb):
    """Leave what is on top: the entry, the screen, the search."""

    ID = "back"
    KEY = "escape"
    TITLE = "Back"
    GROUP = "Everywhere"


class Quit(Verb):
    """Leave Vade; every answer is already saved."""

    ID = "quit"
    KEY = "q"
    TITLE = "Quit"
    GROUP = "Everywhere"


class QuitNow(Verb):
    """Leave Vade, also from inside a text box."""

    ID = "quit.now"
    KEY = "ctrl+q"
    TITLE = "Quit at once"
    GROUP = "Everywhere"
    EVERYWHERE = True


class Theme(Verb):
    """Choose another theme; it is tried on while you choose."""

    ID = "theme"
    TITLE = "Change the theme"
    GROUP = "Everywhere"


class ChangeKey(Verb):
    """Remap an action: in the help, enter on its row asks for another key."""

    ID = "keys"
    TITLE = "Change a key"
    GROUP = "Everywhere"


COMMON: tuple[type[Verb], ...] = (Help, Palette, Back, Quit, QuitNow, Theme, ChangeKey)
