"""A box for a text of several lines."""

from __future__ import annotations

from typing import Any

from textual.dom import DOMNode
from textual.widgets import TextArea

__all__ = ["NoteArea"]


class NoteArea(TextArea):
    """Takes its colours from the stylesheet, and is let go when its screen closes."""

    def watch(self, obj: DOMNode, attribute_name: str, *args: Any, **kwargs: Any) -> None:
        """Watch something, but not the app.

        What watches the app's theme is held by the app until the theme changes. The theme is not
        needed here: the colours come from the stylesheet.
        """
        if obj is not self.app:
            super().watch(obj, attribute_name, *args, **kwargs)
