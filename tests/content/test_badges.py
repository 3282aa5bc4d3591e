"""Badges say what was seen of the patterns as they are now."""

from __future__ import annotations

import pytest

from vade.library import Library, load
from vade.library.entry import Entry, Kind
from vade.library.layers import Root
from vade.library.proofs import badge_of, read_badges
from vade.library.scan import scan
from vade.paths import bundled

CONTENT = bundled() / "content"
MONGO = ('"mongoose"',)


@pytest.fixture(scope="module")
def library() -> Library:
    return load(scan([Root("bundled", "vade", CONTENT)]))


def patterns(library: Library) -> list[Entry]:
    return [e for e in library.entries if e.kind is Kind.PATTERN and "topics" in e.path.parts]


def test_every_pattern_was_proven_as_it_stands(library: Library) -> None:
    badges = read_badges(CONTENT / "proofs.json")
    states = {e.id: badge_of(e, badges).state for e in patterns(library)}
    assert [name for name, state in states.items() if state == "not proven"] == []


def test_only_what_has_no_server_is_type_checked_only(library: Library) -> None:
    badges = read_badges(CONTENT / "proofs.json")
    for entry in patterns(library):
        if badge_of(entry, badges).state == "type-checked":
            assert any(name in entry.code for name in MONGO), entry.id


def test_no_badge_is_left_of_a_pattern_that_is_gone(library: Library) -> None:
    assert set(read_badges(CONTENT / "proofs.json")) <= {e.id for e in patterns(library)}
