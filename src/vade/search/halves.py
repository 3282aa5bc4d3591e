"""Building a large index in two processes, each one half."""

from __future__ import annotations

import pickle
import secrets
import subprocess
import sys
from bisect import bisect
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path

from vade.library.entry import Entry
from vade.search.building import TABLE, build
from vade.search.place import check
from vade.search.record import is_page

__all__ = ["build_parts", "main"]

Progress = Callable[[int, int], None]
_WORTH_IT = 3000
"""With fewer entries a second process costs more than it brings."""
_EACH = 200
"""What an entry costs beside its text, in characters."""
_INBOX = "inbox"


def build_parts(
    folder: Path, entries: Sequence[Entry], progress: Progress | None
) -> list[tuple[str, Sequence[Entry]]]:
    """Build one or two parts in `folder`; return their names and what is in each."""
    middle = _middle(entries) if len(entries) >= _WORTH_IT else 0
    if not middle:
        return [(_built(folder, entries, progress), entries)]
    first, second = entries[:middle], entries[middle:]
    name = _new(folder)
    (folder / name / _INBOX).write_bytes(pickle.dumps(second, pickle.HIGHEST_PROTOCOL))
    other = _started(folder / name)
    half = None if progress is None else _doubled(progress)
    mine = _built(folder, first, half)
    if other is None or other.wait() != 0 or not (folder / name / TABLE).exists():
        return [(mine, first), (_built(folder, second, None), second)]
    return [(mine, first), (name, second)]


def main(folder: Path) -> None:
    """Build in a process of its own what the parent put into the folder.

    What is unpickled was written a moment ago, by us, into a folder that is ours alone.
    """
    check(folder)
    inbox = folder / _INBOX
    entries = pickle.loads(inbox.read_bytes())  # noqa: S301
    inbox.unlink()
    build(folder, entries)


def _started(folder: Path) -> subprocess.Popen[bytes] | None:
    """Start the other process; None where this is no Python that can start itself again.

    Not multiprocessing: its child imports the main module of whoever uses us.
    """
    program = f"import sys; sys.path[:] = {sys.path!r}; from vade.search.halves import main; "
    program += f"from pathlib import Path; main(Path({str(folder)!r}))"
    quiet = subprocess.DEVNULL
    try:
        return subprocess.Popen(
            [sys.executable, "-c", program], stdin=quiet, stdout=quiet, stderr=quiet
        )
    except OSError:
        return None


def _built(folder: Path, entries: Sequence[Entry], progress: Progress | None) -> str:
    name = _new(folder)
    build(folder / name, entries, progress)
    return name


def _new(folder: Path) -> str:
    name = f"p-{secrets.token_hex(6)}"
    (folder / name).mkdir(mode=0o700)
    return name


def _middle(entries: Sequence[Entry]) -> int:
    """Where to cut so that both have as much to do, between two documents; 0 where there is none.

    What an entry costs goes by its text; that of a topic page is indexed once more for the page.
    """
    paged = {_document(entry) for entry in entries if is_page(entry)}
    costs = (_EACH + len(entry.body) * (2 if _document(entry) in paged else 1) for entry in entries)
    done = list(accumulate(costs))
    at = bisect(done, done[-1] // 2)
    while at and _document(entries[at]) == _document(entries[at - 1]):
        at -= 1
    return at


def _document(entry: Entry) -> tuple[str, str]:
    return entry.pack, entry.document


def _doubled(progress: Progress) -> Progress:
    def report(done: int, of: int) -> None:
        progress(done * 2, of * 2)

    return report
