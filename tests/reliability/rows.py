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
        tests = HERE.parent
        return all((tests / name.partition("::")[0]).exists() for name in self.files)


ROWS: tuple[Row, ...] = (
    Row(
        "kill-command",
        "kill -9 the command while it answers",
        "1,000",
        "0 acknowledged answers lost, database sound",
        ("review/test_durability.py::test_many_kills_lose_nothing",),
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
    Row(
        "faults",
        "full disk, quota, read-only, broken disk at each write of each file that Vade keeps",
        "each write, four errors, once and from then on",
        "a clear message, the old content intact, exit 2",
        ("reliability/test_faults.py", "reliability/test_faults_screens.py"),
    ),
    Row(
        "network",
        "strace of every command and of the screens",
        "every command, one session",
        "no AF_INET or AF_INET6 socket; AF_UNIX only for the event loop's pair",
        ("reliability/test_network.py",),
    ),
    Row(
        "store",
        "damaged database: bit flips, truncation, zeroed tail, foreign file, newer schema",
        "500",
        "never a traceback, never silent loss, the damaged file kept aside",
        ("reliability/test_damaged_store.py",),
    ),
    Row(
        "index",
        "damaged index, poisoned pickle, cache as a link, open to others or of another user",
        "500",
        "built again or in memory; the pickle's code does not run",
        ("reliability/test_damaged_index.py", "search/test_damage.py"),
        (("VADE_CORRUPTIONS", "500"),),
    ),
    Row(
        "together",
        "8 processes with 200 answers each on one review, two screens and a command at once",
        "20",
        "0 lost, 0 errors shown",
        ("reliability/test_together.py",),
    ),
    Row(
        "paths",
        "export and import paths: links at each level, .., absolute, device, .git, races",
        "all",
        "nothing outside is written or read",
        ("reliability/test_paths.py",),
    ),
    Row(
        "repository",
        "hostile repository: hooks, filters, drivers, aliases, includes, worktree config, GIT_*, …",
        "all",
        "the canary never runs",
        (
            "reliability/test_repository.py",
            "project/test_facts.py::test_nothing_of_a_hostile_repository_is_executed",
            "project/test_strace.py",
        ),
    ),
    Row(
        "mutation",
        "Markdown and YAML from a mutating generator",
        "100,000",
        "no crash, no hang over 2 s",
        ("library/test_hostile_text.py",),
        (("VADE_MUTATIONS", "100000"),),
    ),
    Row(
        "special-files",
        "pipes, links, sparse and huge files in a pack",
        "every kind",
        "refused by name",
        ("library/test_scan.py",),
    ),
    Row(
        "markup",
        "markup and action links in what widgets are given: lists, pages, bars, boxes, toasts",
        "100,000 random strings",
        "no crash, no action, text shown as typed",
        ("reliability/test_markup.py",),
    ),
    Row(
        "queries",
        "queries at 10,000 entries",
        "100,000",
        "no exception (the 50 ms p99 is measured by `make bench`)",
        ("search/test_fuzz.py",),
        (("VADE_QUERIES", "100000"),),
    ),
    Row(
        "records",
        "records edited by a mutating hand",
        "20,000",
        "no crash, nothing silently dropped",
        ("reliability/test_records.py",),
    ),
    Row(
        "monkey",
        "random keys, clicks, pastes, resizes to 1x1",
        "100 seeds of 400",
        "no crash, no shown traceback, state consistent",
        ("reliability/test_monkey.py",),
    ),
    Row(
        "sizes",
        "each screen at 1-12 x 1-12 in full, then a grid of 150 up to 300x100",
        "all",
        "no crash",
        ("reliability/test_sizes.py",),
    ),
    Row(
        "programs",
        "editor and pager that crash, hang, vanish, change the file",
        "all",
        "the app survives, nothing lost",
        ("reliability/test_programs.py",),
    ),
    Row(
        "time",
        "clock set back, leap day, year 2100, other time zones, locales C and tr_TR",
        "all",
        "records right, no crash",
        ("reliability/test_time.py",),
    ),
    Row(
        "life",
        "8 hours of use compressed",
        "50,000 actions",
        "memory grows at most 10 %, no thread or descriptor leak",
        ("reliability/test_life.py",),
    ),
    Row(
        "model",
        "stateful model of the review against the real store",
        "2,000 runs",
        "answers, undo, two writers, restart, export, import agree",
        ("reliability/test_model.py",),
    ),
)
