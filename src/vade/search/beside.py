"""A process beside this one, which writes the Whoosh index while this one lays out the table.

It begins before the entries are analysed, so it has imported Whoosh when their words are at hand.
"""

from __future__ import annotations

import marshal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from vade.search.fields import Fact, fields
from vade.search.whoosh_index import write_files

if TYPE_CHECKING:
    from vade.search.inverted import Postings

__all__ = ["Beside", "main"]

_WORTH_IT = 500
"""With fewer entries another process costs more than it brings."""


class Beside:
    """Writes the Whoosh index of a part: in another process where that is worth it and works."""

    def __init__(self, folder: Path, count: int) -> None:
        """Start the other process, where there is one, for an index of `count` entries."""
        self._folder = folder
        self._process = _started(folder) if count >= _WORTH_IT else None
        self._open = ExitStack()

    def __enter__(self) -> Beside:
        """Let no process outlive the work."""
        if self._process is not None:
            self._open.enter_context(self._process)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Wait for the other process; one that was given nothing ends by itself."""
        self._open.close()

    def begin(self, facts: Sequence[Fact], postings: Postings) -> None:
        """Hand over to the other process what the index is made of."""
        if self._process is None or self._process.stdin is None:
            return
        try:
            with self._process.stdin as inbox:
                inbox.write(marshal.dumps((list(facts), dict(postings))))
        except OSError:
            self._process.kill()

    def finish(self, facts: Sequence[Fact], postings: Postings) -> None:
        """Wait until the index is written; write it here where no other process did."""
        done = self._process is not None and self._process.wait() == 0
        if not (done and any(self._folder.glob("*.toc"))):
            write_files(self._folder, fields(facts, postings), len(facts))


def main(folder: Path) -> None:
    """Write the index of what the parent hands over into its folder."""
    facts, postings = marshal.loads(sys.stdin.buffer.read())  # noqa: S302
    write_files(folder, fields(facts, postings), len(facts))


def _started(folder: Path) -> subprocess.Popen[bytes] | None:
    """Start the other process; None where this is no Python that can start itself again.

    Not multiprocessing: its child imports the main module of whoever uses us.
    """
    program = f"import sys; sys.path[:] = {sys.path!r}; from vade.search.beside import main; "
    program += f"from pathlib import Path; main(Path({str(folder)!r}))"
    quiet = subprocess.DEVNULL
    try:
        return subprocess.Popen(
            [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=quiet, stderr=quiet
        )
    except OSError:
        return None
