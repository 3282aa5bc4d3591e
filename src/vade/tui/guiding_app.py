"""What the app does for finding one's way: the help and the palette."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from textual.app import App

from vade.tui.keys import key_of
from vade.tui.requests import OpenEntry
from vade.tui.verbs.base import Verb, perform, taker
from vade.tui.verbs.common import Palette

if TYPE_CHECKING:
    from vade.tui.screens.palette import Offer
    from vade.tui.shelf import Shelf
    from vade.workspace import Workspace

__all__ = ["Guiding"]


class Guiding(App[str], inherit_bindings=False):
    """The part of the app that tells what can be done."""

    workspace: Workspace
    shelf: Shelf
    wear: Callable[[str], None]
    keys_in_force: dict[str, str]

    def action_verb(self, name: str) -> None:
        """Let whoever can act on a verb."""
        from vade.tui.verbs.catalogue import verb_named

        perform(verb_named(name), self)

    def on_help(self) -> None:
        """Show the keys that work here."""
        from vade.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen.of(self))

    def on_change_key(self) -> None:
        """Show the keys: there they are changed."""
        self.on_help()

    def on_palette(self) -> None:
        """Offer everything by name."""
        from vade.tui.screens.palette import PaletteScreen

        if self.screen.is_modal:
            return
        offers = [*self._actions(), *self._themes(), *self._entries()]
        self.push_screen(PaletteScreen(offers), self._chosen)

    def _chosen(self, key: str | None) -> None:
        from vade.tui.verbs.catalogue import verb_named

        kind, _, name = (key or "").partition(":")
        if kind == "verb":
            self.call_later(perform, verb_named(name), self)
        elif kind == "theme":
            self.wear(name)
        elif kind == "entry":
            self.post_message(OpenEntry(name))

    def _actions(self) -> Iterator[Offer]:
        from vade.tui.screens.palette import Offer
        from vade.tui.verbs.catalogue import VERBS

        keys = self.keys_in_force
        possible: list[type[Verb]] = [v for v in VERBS if v is not Palette and taker(v, self)]
        for verb in possible:
            shortcut = key_of(verb, keys) if verb.KEY else ""
            yield Offer(f"verb:{verb.ID}", verb.TITLE, verb.meaning(), shortcut)

    def _themes(self) -> Iterator[Offer]:
        from vade.tui.screens.palette import Offer

        for name, theme in reversed(self.available_themes.items()):
            yield Offer(f"theme:{name}", f"Theme {name}", "dark" if theme.dark else "light")

    def _entries(self) -> Iterator[Offer]:
        from vade.library.entry import Kind
        from vade.tui.page.runs import Run
        from vade.tui.screens.palette import Offer
        from vade.tui.theme.glyphs import KINDS, word_of

        for entry in self.shelf.library.entries if self.shelf.library else ():
            glyph, role = KINDS[entry.kind]
            where = entry.document if entry.kind is Kind.SECTION else entry.area or entry.document
            more = f"{word_of(entry)} · {where}"
            yield Offer(f"entry:{entry.id}", entry.title, more, glyph=(Run(f"{glyph} ", role),))
