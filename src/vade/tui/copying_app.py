"""What the app does to copy: which fence, which values for its placeholders, then the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from vade.text import counted
from vade.tui.requests import CopyPart, CopyText, Say

if TYPE_CHECKING:
    from vade.tui.parts import Part

__all__ = ["Copying"]


class Copying(App[str], inherit_bindings=False):
    """The part of the app that hands out code."""

    picking = False
    """Whether what is copied is printed when the app ends, as `vade pick` does."""

    def on_copy_part(self, request: CopyPart) -> None:
        """Copy a part; ask which, where there are several."""
        from vade.tui.screens.chooser import Chooser, choice

        parts = request.parts
        if not parts:
            self.post_message(Say("There is nothing to copy here.", "warning"))
        elif len(parts) == 1:
            self._fill(parts[0], source=request.source)
        else:
            rows = [choice(str(n), part.label, _size(part)) for n, part in enumerate(parts)]

            def chosen(key: str | None) -> None:
                if key:
                    self._fill(parts[int(key)], source=request.source)

            self.push_screen(Chooser("Copy what?", rows), chosen)

    def _fill(self, part: Part, *, source: bool) -> None:
        """Ask for the values of placeholders, where there are any."""
        from vade.tui.parts import placeholders

        wanted = part.with_source if source else part
        if not placeholders(part.text):
            self._hand_out(wanted, wanted.text)
            return
        from vade.tui.screens.fill import FillScreen

        def filled(text: str | None) -> None:
            if text is not None:
                self._hand_out(wanted, text)

        self.push_screen(FillScreen(wanted), filled)

    def _hand_out(self, part: Part, text: str) -> None:
        if self.picking:
            self.exit(text)
        else:
            self.post_message(CopyText(text, part.what))


def _size(part: Part) -> str:
    lines = part.text.count("\n") + 1
    language = part.language if part.language not in {"", part.label} else ""
    return " · ".join(filter(None, (language, counted(lines, "line"))))
