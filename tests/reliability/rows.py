"""The rows of the table: what is attacked, how often in full, what must hold."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

__all__ = ["ROWS", "Row"]

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Row:
    """One attack of the table."""

    name: str
    """What `ROW=` takes."""
    attack: str
    many: str
    """How often in full, in words."""
    holds: str
    files: tuple[str, ...] = ()
    """Test files below `tests/`, or one test in them as `file::test`."""
    env: tuple[tuple[str, str], ...] = ()
    """What tests that are shared with other suites take as their figure."""

    @property
    def built(self) -> bool:
        """Whether there is something to run."""
        return bool(self.files)


ROWS: tuple[Row, ...] = (
    Row(
        "kill-command",
        "kill -9 the command while it answers",
        "1,000",
        "0 acknowledged answers lost, database sound",
        ("review/test_store.py::test_many_kills_lose_nothing",),
        (("VADE_KILLS", "1000"),),
    ),
    Row(
        "kill-screens",
        "kill -9, TERM, HUP, INT, a closed terminal: the screens, at random moments",
        "200 each",
        "0 acknowledged answers lost; the terminal given back; exit 128+n",
        ("reliability/test_kill_screens.py",),
    ),
    Row(
        "escapes-commands",
        "terminal escapes in every field, name and error: every command, byte by byte",
        "every command",
        "0 bytes of them reach the terminal",
        ("reliability/test_escapes_commands.py",),
    ),
    Row(
        "escapes-screens",
        "terminal escapes in every field, name and error: every screen, byte by byte",
        "every screen",
        "0 bytes of them reach the terminal, the clipboard is not set",
        ("reliability/test_escapes_screens.py",),
    ),
)
