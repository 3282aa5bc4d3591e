"""The palette: every action that can be done here, and every entry by name."""

from __future__ import annotations

from collections.abc import AsyncIterator
from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from vade.tui.areas import browsable
from vade.tui.keys import key_of
from vade.tui.requests import OpenEntry
from vade.tui.verbs.base import Verb, perform, taker
from vade.tui.verbs.catalogue import VERBS

if TYPE_CHECKING:
    from vade.tui.app import VadeApp

__all__ = ["Actions", "Entries"]

_MOST = 30


class _Ours(Provider):
    """A provider that knows our app."""

    @property
    def vade(self) -> VadeApp:
        """The app."""
        from vade.tui.app import VadeApp

        assert isinstance(self.app, VadeApp)
        return self.app


class Actions(_Ours):
    """Every verb that somebody on this screen can act on."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for verb in self._possible():
            yield DiscoveryHit(_title(self.vade, verb), partial(perform, verb, self.vade))

    async def search(self, query: str) -> Hits:
        """Those whose name or meaning fits."""
        matcher = self.matcher(query)
        for verb in self._possible():
            score = max(matcher.match(verb.TITLE), matcher.match(verb.meaning()) * 0.7)
            if score > 0:
                yield Hit(
                    score,
                    Content(_title(self.vade, verb)),
                    partial(perform, verb, self.vade),
                    text=verb.TITLE,
                    help=verb.meaning(),
                )

    def _possible(self) -> list[type[Verb]]:
        return [verb for verb in VERBS if verb.ACTION == "" and taker(verb, self.vade)]


class Entries(_Ours):
    """Every entry of the library by its title."""

    async def search(self, query: str) -> AsyncIterator[Hit]:
        """Those whose title fits, the best first."""
        library = self.vade.shelf.library
        matcher = self.matcher(query)
        found = [
            (score, entry)
            for entry in browsable(library.entries if library else ())
            if (score := matcher.match(entry.title)) > 0
        ]
        for score, entry in sorted(found, key=lambda pair: -pair[0])[:_MOST]:
            yield Hit(
                score * 0.9,
                Content(f"{entry.title}  {entry.kind} · {entry.area or entry.document}"),
                partial(self.vade.post_message, OpenEntry(entry.id)),
                text=entry.title,
            )


def _title(app: VadeApp, verb: type[Verb]) -> str:
    key = key_of(verb, app.workspace.settings.keys) if verb.KEY else ""
    return f"{verb.TITLE}  {key}" if key else verb.TITLE
