"""Say when a file of a pack changed, appeared or went away."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from vade.library.layers import Root
from vade.library.scan import Scan, scan
from vade.paths import exists

__all__ = ["changes", "watch"]

_POLL = 0.5
"""Seconds between two looks where the system does not notify."""


def watch(
    roots: Callable[[], tuple[Root, ...]], stop: threading.Event, *, polling: bool = False
) -> Iterator[frozenset[Path]]:
    """Yield the changed paths each time something changed, until `stop` is set.

    Args:
        roots: Gives what is read here, anew for each look: packs come and go.
        stop: Ends the watch, within half a second.
        polling: Look at the files themselves, as on a network folder, instead of being notified.
    """
    before = scan(roots())
    for _ in _wakes(before, stop, polling=polling):
        now = scan(roots())
        changed = changes(before, now)
        if changed:
            before = now
            yield changed


def changes(before: Scan, now: Scan) -> frozenset[Path]:
    """Return the paths of files that differ between two scans."""
    old = {(f.path, f.size, f.mtime_ns, f.inode) for f in before.files}
    new = {(f.path, f.size, f.mtime_ns, f.inode) for f in now.files}
    return frozenset(path for path, *_ in old ^ new)


def _wakes(seen: Scan, stop: threading.Event, *, polling: bool) -> Iterator[None]:
    """Wake on each notification, and at least every half second where none is to be had."""
    folders = sorted({root.path for root in seen.roots if exists(root.path)})
    if folders and not polling:
        try:
            yield from _notified(folders, stop)
        except (OSError, RuntimeError):
            polling = True  # too many watches, or a file system that cannot notify
    while not stop.wait(_POLL):
        yield


def _notified(folders: list[Path], stop: threading.Event) -> Iterator[None]:
    from watchfiles import watch as notified

    ticks = notified(
        *folders, stop_event=stop, debounce=100, step=20, rust_timeout=500, yield_on_timeout=True,
        watch_filter=None, raise_interrupt=False,
    )  # fmt: skip
    for _ in ticks:
        yield
