"""What all screens share: breakpoints, the floor below which they are too small."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.screen import Screen

from vade.tui.verbs.base import Verb
from vade.tui.widgets.too_small import FLOOR

__all__ = ["VadeScreen"]


class VadeScreen(Screen[Any]):
    """A screen that knows how much room it has."""

    HORIZONTAL_BREAKPOINTS = [
        (0, "-tiny"),
        (FLOOR[0], "-one"),
        (96, "-two"),
        (118, "-three"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (FLOOR[1], "-high")]
    VERBS: ClassVar[tuple[type[Verb], ...]] = ()
    """What can be done here, beside what can be done everywhere."""

    @property
    def columns(self) -> int:
        """How many panes there is room for beside each other."""
        return 3 if self.has_class("-three") else 2 if self.has_class("-two") else 1
