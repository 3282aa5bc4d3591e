"""Badges say what was seen of the patterns as they are now."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from proofs.badges import write_badges
from proofs.cases import Case
from proofs.running import Outcome
from vade.library import Library, load
from vade.library.entry import Entry, Kind
from vade.library.layers import Root
from vade.library.proofs import badge_of, read_badges
from vade.library.scan import scan
from vade.paths import bundled

CONTENT = bundled() / "content"


@pytest.fixture(scope="module")
def library() -> Library:
    return load(scan([Root("bundled", "vade", CONTENT)]))


def patterns(library: Library) -> list[Entry]:
    return [e for e in library.entries if e.kind is Kind.PATTERN and "topics" in e.path.parts]


def test_every_pattern_was_proven_as_it_stands(library: Library) -> None:
    badges = read_badges(CONTENT / "proofs.json")
    states = {e.id: badge_of(e, badges).state for e in patterns(library)}
    assert [name for name, state in states.items() if state != "ran"] == []


def test_no_badge_is_left_of_a_pattern_that_is_gone(library: Library) -> None:
    assert set(read_badges(CONTENT / "proofs.json")) <= {e.id for e in patterns(library)}


def test_proving_one_page_leaves_the_badges_of_the_others(tmp_path: Path) -> None:
    path = tmp_path / "proofs.json"
    one, two = (Case(name, name, name, "python", (), "", f"{name}0") for name in ("one", "two"))
    gone = replace(two, id="gone")
    ran = {name: Outcome("ran", versions=(("python", "3.11"),)) for name in ("one", "two", "gone")}
    write_badges(path, ran, [one, two, gone], [one, two, gone])
    write_badges(path, {"two": Outcome("failed")}, [two], [one, two])
    states = {name: badge.state for name, badge in read_badges(path).items()}
    assert states == {"one": "ran", "two": "failed"}
