"""One run of Vade: the library, the index, the reviews and the project, joined."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from vade.paths import Paths, bundled
from vade.project import Project, find_project
from vade.settings import Settings

if TYPE_CHECKING:
    from vade.library import Library
    from vade.library.entry import Entry
    from vade.library.layers import Root
    from vade.library.proofs import Badge
    from vade.library.scan import Scan
    from vade.review import Desk
    from vade.search import Search
    from vade.search.hit import Results

__all__ = ["Progress", "Workspace"]

Progress = Callable[[int, int], None]
"""Called with how much is done, and of how much."""


@dataclass(frozen=True)
class Workspace:
    """What the commands and the screens talk to. Nothing is read before it is asked for."""

    cwd: Path
    env: Mapping[str, str]
    paths: Paths
    packs: tuple[Path, ...] = ()
    """The packs given by `--pack`."""
    only: bool = False
    """Whether the given packs hide all others."""

    @classmethod
    def open(
        cls,
        cwd: Path,
        env: Mapping[str, str] | None = None,
        packs: tuple[Path, ...] = (),
        only: bool = False,
    ) -> Workspace:
        """Join the rooms for one run in `cwd`."""
        environment = os.environ if env is None else env
        return cls(cwd, environment, Paths.from_environment(environment), packs, only)

    @cached_property
    def settings(self) -> Settings:
        """The user's configuration. Raises `VadeError` where the file is wrong."""
        return Settings.read(self.paths.settings)

    def take(self, settings: Settings) -> None:
        """Go on with a configuration that was written just now."""
        self.__dict__["settings"] = settings

    @cached_property
    def project(self) -> Project:
        """The project that `cwd` lies in."""
        return find_project(self.cwd)

    def roots(self) -> tuple[Root, ...]:
        """What is read here, lowest layer first."""
        from vade.library.layers import roots

        return roots(self.paths, self.project.root, self.packs, self.only)

    def scan(self) -> Scan:
        """Look at every file of every pack, without reading any."""
        from vade.library.scan import scan

        return scan(self.roots())

    def library(self, progress: Progress | None = None, before: Library | None = None) -> Library:
        """Return all packs in force, merged. What has not changed is not parsed again.

        Args:
            progress: Called with files read and files in all.
            before: The library until now; a file that broke since keeps its entries from there.
        """
        from vade.library import load

        return load(self.scan(), self.paths.parsed, progress, before.parsed if before else None)

    @cached_property
    def _badges(self) -> dict[str, Badge]:
        from vade.library.proofs import read_badges

        return read_badges(bundled() / "content" / "proofs.json")

    def badge(self, entry: Entry) -> Badge | None:
        """How far a pattern of a topic page is proven; None for what needs no proof."""
        from vade.library.proofs import badge_of

        return badge_of(entry, self._badges) if entry.proofs() else None

    def watch(self, stop: threading.Event) -> Iterator[frozenset[Path]]:
        """Yield changed paths each time a file of a pack changed, until `stop` is set."""
        from vade.library.watch import watch

        return watch(self.roots, stop)

    @cached_property
    def index(self) -> Search:
        """The full-text index in the cache folder, as it is."""
        from vade.search import Search

        return Search(self.paths.index)

    def search(
        self,
        text: str,
        *,
        limit: int = 50,
        typing: bool = False,
        progress: Progress | None = None,
    ) -> Results:
        """Answer a query, bringing the index up to date first where a file has changed.

        A damaged index is built again, and the answer says so.
        """
        from vade.search import IndexLostError

        if not self.index.is_current(self.scan().stamp):
            self.index.update(self.library(), progress)
        try:
            return self.index.query(text, limit=limit, typing=typing)
        except IndexLostError as lost:
            self.index.update(self.library(), progress)
            found = self.index.query(text, limit=limit, typing=typing)
            return replace(found, notes=(*found.notes, f"{lost.message}; it was built again"))

    @cached_property
    def desk(self) -> Desk:
        """The reviews of this project."""
        from vade.review import Desk

        return Desk.open(self.paths.reviews, self.project, self.settings, self.env)
