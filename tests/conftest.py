"""What all tests share: nobody's own configuration, folders or terminal leaks in."""

from __future__ import annotations

import itertools
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "same", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("explore", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))  # CI meets no new example

collect_ignore_glob = ["reliability/*", "test_no_network.py", "proofs/*", "e2e/*"]
"""What needs a POSIX terminal, a shell or servers, and cannot even be imported on Windows."""
if sys.platform != "win32":
    collect_ignore_glob = []

_LEAKING = ("NO_COLOR", "FORCE_COLOR", "TEXTUAL_THEME", "VADE_DEBUG", "COLUMNS", "LINES", "TMUX")


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folders that no test had yet, counted here: to look for a free one takes ever longer."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def own_home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a HOME and four folders of its own."""
    home = next(homes)
    home.mkdir()
    for name in _LEAKING:
        monkeypatch.delenv(name, raising=False)
    for name in [n for n in os.environ if n.startswith(("GIT_", "XDG_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    for kind in ("config", "data", "state", "cache"):
        monkeypatch.setenv(f"VADE_{kind.upper()}_DIR", str(home / kind))
    return home


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Prove patterns in one process: that one starts the servers, and shares the work itself."""
    if config.option.markexpr == "proof":
        config.option.numprocesses = 0


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests used the corpora: a skipped one is no green one."""
    reports = {name: terminalreporter.stats.get(name, []) for name in ("passed", "skipped")}
    used, left = (sum("corpora" in r.keywords for r in reports[n]) for n in ("passed", "skipped"))
    if used or left:
        terminalreporter.line(f"corpora: {used} tests used them, {left} were skipped without them")
