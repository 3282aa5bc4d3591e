"""What is read in the background: the library, and the answers to queries."""

from __future__ import annotations

import asyncio
import contextlib
import gc
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from vade.workspace import Progress, Workspace

if TYPE_CHECKING:
    from vade.library import Library
    from vade.library.entry import Entry
    from vade.search.hit import Results

__all__ = ["Shelf", "from_memory"]

T = TypeVar("T")
_TITLE, _BODY = 2.0, 1.0
_YOUNG = 20_000
"""New objects after which cycles are looked for: a screen that is painted makes thousands, for a
moment."""


@dataclass
class Shelf:
    """One thread beside the screens, which does one thing after the other.

    The index is not used by two at once, and nothing waits for an answer that nobody wants any
    more: a query that is cancelled before its turn never runs.
    """

    workspace: Workspace
    library: Library | None = None
    indexed: bool = False
    """Whether queries are answered by the index; before that they are answered from memory."""
    _pool: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(1, thread_name_prefix="vade-shelf")
    )

    async def load(self, progress: Progress | None = None) -> Library:
        """Read all packs."""
        before = self.library
        try:
            self.library = await self._later(lambda: self.workspace.library(progress, before))
        finally:
            if before is None:
                # A library has no cycles: looking for them at each key takes its time. Only once,
                # as what is garbage when it is frozen stays for good.
                gc.freeze()
                gc.set_threshold(_YOUNG)
            gc.enable()
        return self.library

    async def index(self, progress: Progress | None = None) -> None:
        """Bring the index up to date."""
        library = self.library
        if library is None:
            return
        self.indexed = False
        await self._later(lambda: self._update(library, progress))
        self.indexed = True

    async def search(self, text: str, *, limit: int = 60, typing: bool = True) -> Results:
        """Answer a query, from memory while the index is not ready."""
        if not self.indexed:
            entries = self.library.entries if self.library else ()
            return await asyncio.to_thread(from_memory, entries, text, limit)
        return await self._later(lambda: self._query(text, limit, typing))

    def close(self) -> None:
        """Stop after what is being done."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _query(self, text: str, limit: int, typing: bool) -> Results:
        from vade.search import IndexLostError

        try:
            return self.workspace.index.query(text, limit=limit, typing=typing)
        except IndexLostError:
            return self.workspace.search(text, limit=limit, typing=typing)

    def _update(self, library: Library, progress: Progress | None) -> None:
        if not self.workspace.index.is_current(library.stamp):
            self.workspace.index.update(library, progress)
            _give_back()

    async def _later(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._pool, work)


def _give_back() -> None:
    """Let the system have the memory that a build has left, where the C library can (glibc)."""
    with contextlib.suppress(ImportError, OSError, AttributeError, TypeError):
        import ctypes

        ctypes.CDLL(None).malloc_trim(0)


def from_memory(entries: tuple[Entry, ...], text: str, limit: int) -> Results:
    """Answer a query without an index: all words, in the title before the text."""
    from vade.search.hit import Excerpt, Group, Hit, Results
    from vade.tui.page.find import query_words

    words = [word.casefold() for word in query_words(text)]
    hits = []
    for entry in entries:
        title, body = entry.title.casefold(), entry.body.casefold()
        if words and all(word in title or word in body for word in words):
            score = _TITLE if all(word in title for word in words) else _BODY
            hits.append(Hit(entry, score, Excerpt(entry.summary)))
    found = tuple(sorted(hits, key=lambda hit: -hit.score)[:limit])
    groups = tuple(Group(hit.entry.title, (hit,)) for hit in found)
    return Results(text, found, groups, notes=("the index is being built",))
