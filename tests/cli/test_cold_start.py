"""A search with nothing changed starts quickly: it imports no reader and no screen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    "yaml",
    "pyromark",
    "frontmatter",
    "textual",
    "rich",
    "jinja2",
    "multiprocessing",
    "asyncio",
    "vade.search.building",
    "vade.search.table.writer",
)
PROGRAM = f"""
import sys
from vade.cli.main import vade
vade.main(["search", "rate limiting", "--limit", "1"], standalone_mode=False)
print(sorted(set(sys.modules) & set({HEAVY!r})), file=sys.stderr)
"""


def ran_twice(program: str) -> subprocess.CompletedProcess[str]:
    """Run a program until nothing has changed for it."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    for _ in range(2):
        ran = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", program],
            capture_output=True,
            text=True,
            check=True,
            env=env,
        )
    return ran


def test_a_search_with_nothing_changed_imports_no_reader_and_no_builder() -> None:
    ran = ran_twice(PROGRAM)
    assert "Rate Limiting" in ran.stdout
    assert ran.stderr.splitlines()[-1] == "[]"


@pytest.mark.slow
def test_a_first_run_that_compiles_everything_says_nothing_of_that(tmp_path: Path) -> None:
    env = {
        **{k: v for k, v in os.environ.items() if k != "PYTHONWARNINGS"},
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "PYTHONPYCACHEPREFIX": str(tmp_path),
    }
    ran = subprocess.run(
        [sys.executable, "-m", "vade", "search", "kind:pattern pool", "--limit", "1"],
        capture_output=True,
        text=True,
        check=True,
        env=env,
    )
    assert ran.stderr == ""


def test_screens_with_nothing_changed_need_neither_a_parser_nor_a_reader() -> None:
    program = """
import sys
from pathlib import Path
from vade.cli import _status
assert _status([]) == 2  # no terminal here
import vade.tui.app, vade.tui.browser, vade.tui.widgets.reading_room  # what lists the entries
from vade.workspace import Workspace
assert Workspace.open(Path.cwd()).library().entries
heavy = {"click", "yaml", "frontmatter", "pyromark", "whoosh", "jinja2", "vade.review.model"}
print(sorted(heavy & set(sys.modules)))
"""
    ran = ran_twice(program)
    assert ran.stdout == "[]\n"
    assert "the screens need a terminal" in ran.stderr
