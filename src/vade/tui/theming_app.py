"""What the app does for its looks: themes, tried on while one chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from vade.errors import VadeError
from vade.tui.requests import Say
from vade.tui.theme.themes import DARK, LIGHT, own_themes

if TYPE_CHECKING:
    from vade.tui.screens.chooser import Chooser
    from vade.workspace import Workspace

__all__ = ["Theming"]


class Theming(App[str], inherit_bindings=False):
    """The part of the app that knows themes."""

    workspace: Workspace
    light_terminal: bool | None = None
    """Whether the terminal said that its background is light; None where it did not say."""

    def dress(self) -> None:
        """Put on the theme of the configuration, else one that suits the terminal."""
        for theme in own_themes():
            self.register_theme(theme)
        wanted = self.workspace.settings.text("ui.theme")
        self.theme = wanted if wanted in self.available_themes else self._suited()

    def on_theme(self) -> None:
        """Choose another theme."""
        from vade.tui.screens.chooser import Chooser, choice

        before = self.theme
        ours = (DARK, LIGHT)
        names = (*ours, *sorted(name for name in self.available_themes if name not in ours))
        rows = [choice(name, name, self._shade(name)) for name in names]

        def chosen(name: str | None) -> None:
            self.theme = before
            if name:
                self.wear(name)

        self.push_screen(Chooser("Theme", rows, key=before, live=True), chosen)

    def wear(self, name: str) -> None:
        """Put on a theme and keep it in the configuration."""
        from vade.tui.config_file import put

        before, self.theme = self.theme, name
        try:
            put(self.workspace.paths.settings, "ui.theme", name)
        except VadeError as error:
            self.post_message(Say(f"For now only: {error}", "warning"))
            return
        self.post_message(Say(f"Theme {name}, kept in config.toml. Before, it was {before}."))

    def on_chooser_passed(self, event: Chooser.Passed) -> None:
        """Try a theme on."""
        if event.key in self.available_themes:
            self.theme = event.key

    def _shade(self, name: str) -> str:
        return "dark" if self.available_themes[name].dark else "light"

    def _suited(self) -> str:
        """What the terminal says of its background, else `COLORFGBG`, else dark."""
        if self.light_terminal is not None:
            return LIGHT if self.light_terminal else DARK
        background = self.workspace.env.get("COLORFGBG", "").rpartition(";")[2]
        return LIGHT if background in {"7", "15"} else DARK
