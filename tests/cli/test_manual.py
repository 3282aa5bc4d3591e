"""The man pages: one for each command, complete, and without a complaint of the formatter."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from vade.cli.main import COMMANDS, vade
from vade.cli.manual import pages, write

PAGES = pages(vade)


def test_every_command_has_a_page() -> None:
    assert {f"vade-{name}.1" for name in COMMANDS} < PAGES.keys()
    assert {"vade.1", "vade-review-gate.1", "vade-config-edit.1"} <= PAGES.keys()


def test_a_page_tells_name_usage_options_and_examples() -> None:
    text = PAGES["vade-review-gate.1"]
    for part in ("vade\\-review\\-gate \\- Say whether", "[RECORD]", "\\-\\-max\\-age", ".SH EXAM"):
        assert part in text


def test_pages_are_the_same_bytes_each_time(tmp_path: Path) -> None:
    assert write(tmp_path, vade) == len(PAGES)
    assert {p.name: p.read_bytes().decode() for p in tmp_path.iterdir()} == PAGES


@pytest.mark.slow
def test_groff_has_nothing_to_say(tmp_path: Path) -> None:
    if shutil.which("groff") is None:
        pytest.skip("no groff here")
    write(tmp_path, vade)
    files = sorted(map(str, tmp_path.iterdir()))
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-z", *files], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
