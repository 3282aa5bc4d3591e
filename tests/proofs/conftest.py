"""Options and the table of `make proofs`."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from proofs.badges import write_badges
from proofs.cases import Case, cases
from proofs.running import Outcome, prove
from vade.paths import bundled

CONTENT = bundled() / "content"
BADGES = CONTENT / "proofs.json"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--topic", default="", help="Prove only these pages, by name, with commas.")
    parser.addoption(
        "--badges",
        action="store_true",
        help="Write content/proofs.json; what --topic leaves out keeps its badge.",
    )


def pytest_ignore_collect(config: pytest.Config) -> bool | None:
    """Leave out where no proof is wanted: to find them all, every page is read."""
    wanted = config.option.markexpr
    return True if wanted and ("proof" not in wanted or "not proof" in wanted) else None


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "case" in metafunc.fixturenames:
        metafunc.parametrize("case", _chosen(metafunc.config), ids=lambda case: case.id)


def _chosen(config: pytest.Config) -> list[Case]:
    wanted = set(filter(None, config.getoption("--topic").split(",")))
    found = cases(CONTENT)
    if unknown := wanted - {case.topic for case in found}:
        raise pytest.UsageError(f"--topic {', '.join(sorted(unknown))}: no page with a proof")
    return [case for case in found if not wanted or case.topic in wanted]


@pytest.fixture(scope="session")
def outcomes(request: pytest.FixtureRequest) -> dict[str, Outcome]:
    chosen = _chosen(request.config)
    cache = Path(os.environ.get("VADE_PROOFS_CACHE") or bundled() / ".proofs")
    outcomes = prove(chosen, cache)
    request.config.stash[_SEEN] = (chosen, outcomes)
    if request.config.getoption("--badges"):
        write_badges(BADGES, outcomes, chosen, cases(CONTENT))
    return outcomes


_SEEN = pytest.StashKey[tuple[list[Case], dict[str, Outcome]]]()


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    if _SEEN not in config.stash:
        return
    chosen, outcomes = config.stash[_SEEN]
    rows = Counter((case.language or "text", outcomes[case.id].state) for case in chosen)
    states = ("ran", "failed", "not proven")
    terminalreporter.section("patterns")
    terminalreporter.line(f"{'language':<12}" + "".join(f"{state:>14}" for state in states))
    for language in sorted({language for language, _ in rows}):
        counts = "".join(f"{rows[language, state]:>14}" for state in states)
        terminalreporter.line(f"{language:<12}{counts}")
    totals = "".join(
        f"{sum(n for (_, s), n in rows.items() if s == state):>14}" for state in states
    )
    terminalreporter.line(f"{'all':<12}{totals}")
