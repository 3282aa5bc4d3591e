"""What the app does while files change: the packs are read again."""

from __future__ import annotations

import threading
from datetime import datetime
from typing import TYPE_CHECKING

from textual.app import App

from vade.tui.requests import PacksChanged, Reload, Say

if TYPE_CHECKING:
    from vade.workspace import Workspace

__all__ = ["Watching"]

_NAMED = 2
"""Files that a toast names at most."""


class Watching(App[str], inherit_bindings=False):
    """The part of the app that looks at the packs' files."""

    workspace: Workspace
    watch_state = "not watched"
    """What the packs screen says of it."""
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
        """Read the packs again, and say which files are new."""
        names = sorted(path.name for path in event.paths)
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        listed = ", ".join(names[:_NAMED]) + more
        self.watch_state = f"watching · {datetime.now():%H:%M} {listed}"  # noqa: DTZ005
        self.post_message(Reload())
        self.post_message(Say(f"Read again: {listed} changed."))

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
