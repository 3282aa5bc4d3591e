"""What the app does for its keys: remapped in the help, kept in config.toml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from vade.errors import VadeError
from vade.tui.keymap import keymap, unknown
from vade.tui.keys import key_name
from vade.tui.requests import Remap, Say

if TYPE_CHECKING:
    from vade.settings import Settings
    from vade.workspace import Workspace

__all__ = ["Keying"]


class Keying(App[str], inherit_bindings=False):
    """The part of the app that knows which key does what."""

    workspace: Workspace
    keys_in_force: dict[str, str]
    """Binding id to keys, where they are not the verb's own."""

    def take_keys(self, settings: Settings) -> None:
        """Put the user's keys in force."""
        self.keys_in_force = keymap(settings)
        self.set_keymap(self.keys_in_force)

    def warn_of_unknown_keys(self) -> None:
        """Say which ids under [keys] name no binding."""
        for name, near in unknown(self.workspace.settings.keys).items():
            hint = f" Did you mean {near}?" if near else " The help lists them."
            self.post_message(Say(f"[keys] in config.toml: no binding {name!r}.{hint}", "warning"))

    def on_remap(self, request: Remap) -> None:
        """Give a binding another key, or its own again."""
        from vade.tui.config_file import put_key

        before = self.workspace.settings.keys.get(request.binding)
        try:
            settings = put_key(self.workspace.paths.settings, request.binding, request.keys)
        except VadeError as error:
            self.post_message(Say(str(error), "error"))
            return
        self.workspace.take(settings)
        self.take_keys(settings)
        if request.keys:
            self.post_message(
                Say(f"{request.title} is on {key_name(request.keys)} now, kept in config.toml. "
                    "The help can give it its own key again.")
            )  # fmt: skip
        elif before:
            self.post_message(Say(f"{request.title} has its own key again."))
