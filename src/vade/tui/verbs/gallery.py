"""Verbs of the gallery of patterns."""

from __future__ import annotations

from vade.tui.verbs.base import Verb
from vade.tui.verbs.entry import CopyCode, CopyWithSource, Edit, ToggleProof, ToggleStar
from vade.tui.verbs.library import FocusSearch
from vade.tui.verbs.panes import PANES

__all__ = [
    "GALLERY",
    "NextLanguage",
    "NextTab",
    "PreviousLanguage",
    "PreviousTab",
    "ShowDifference",
]


class NextTab(Verb):
    """Show the next fence of the pattern: its other files, the difference, the twin, the proof."""

    ID = "gallery.tab"
    KEY = "right,l"
    TITLE = "Next tab"
    GROUP = "Patterns"


class PreviousTab(Verb):
    """Show the fence before."""

    ID = "gallery.tab-before"
    KEY = "left,h"
    TITLE = "Tab before"
    GROUP = "Patterns"


class NextLanguage(Verb):
    """Show the patterns of the next language."""

    ID = "gallery.language"
    KEY = "right_square_bracket"
    TITLE = "Next language"
    GROUP = "Patterns"


class PreviousLanguage(Verb):
    """Show the patterns of the language before."""

    ID = "gallery.language-before"
    KEY = "left_square_bracket"
    TITLE = "Language before"
    GROUP = "Patterns"


class ShowDifference(Verb):
    """Show what differs between the twin that goes wrong and the pattern."""

    ID = "gallery.difference"
    KEY = "d"
    TITLE = "Bad against good"
    GROUP = "Patterns"


GALLERY: tuple[type[Verb], ...] = (
    NextTab,
    PreviousTab,
    NextLanguage,
    PreviousLanguage,
    ShowDifference,
    FocusSearch,
    CopyCode,
    CopyWithSource,
    Edit,
    ToggleStar,
    ToggleProof,
    *PANES,
)
