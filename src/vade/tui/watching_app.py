"""What the app does while files change: the packs are read again."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from textual.app import App

from vade.text import clean_line
from vade.tui.requests import PacksChanged, Reload, Say

if TYPE_CHECKING:
    from pathlib import Path

    from vade.library import Library
    from vade.workspace import Workspace

__all__ = ["Watching"]

_NAMED = 2
"""Files that a toast names at most."""


class Watching(App[str], inherit_bindings=False):
    """The part of the app that looks at the packs' files."""

    workspace: Workspace
    watch_state = "not watched"
    """What the packs screen says of it."""
    _changed: frozenset[Path] = frozenset()
    """The files whose change has not been told yet."""
    _stop_watching: threading.Event | None = None

    def watch_packs(self) -> None:
        """Begin to watch, once."""
        if self._stop_watching is None and not self.is_headless:
            self._stop_watching = threading.Event()
            self.watch_state = "watching for changes"
            threading.Thread(target=self._watch, daemon=True, name="vade-watch").start()

    def stop_watching(self) -> None:
        """Stop; the thread ends by itself."""
        if self._stop_watching is not None:
            self._stop_watching.set()

    def on_packs_changed(self, event: PacksChanged) -> None:
        """Read the packs again; what came of it is said when they are read."""
        self._changed |= event.paths
        self.watch_state = f"watching · {datetime.now():%H:%M} {_listed(event.paths)}"  # noqa: DTZ005
        self.post_message(Reload())

    def tell_what_changed(self, library: Library) -> None:
        """Name the files that were read again, and what is wrong in them now."""
        changed, self._changed = self._changed, frozenset()
        findings = list(broken(library, changed))
        for finding in findings[:_NAMED]:
            self.post_message(Say(finding, "warning"))
        if changed and not findings:
            self.post_message(Say(f"Read again: {_listed(changed)} changed."))

    def _watch(self) -> None:
        stop = self._stop_watching
        assert stop is not None
        try:
            for paths in self.workspace.watch(stop):
                if stop.is_set():
                    return
                self.post_message(PacksChanged(paths))
        except Exception:  # the screens go on without it, whatever the file system did
            self.watch_state = "not watched: the file system does not allow it"


def broken(library: Library, changed: frozenset[Path]) -> Iterator[str]:
    """Yield `file:line: message` for errors and warnings of the files that changed."""
    for finding in library.diagnostics:
        if finding.path in changed and finding.level != "info":
            name = clean_line(finding.path.name)
            yield f"{name}:{finding.line}: {clean_line(finding.message)}"


def _listed(paths: frozenset[Path]) -> str:
    names = sorted(clean_line(path.name) for path in paths)
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
