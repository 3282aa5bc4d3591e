"""A task in words leads to what fits it, best first, and not to half of the library."""

from __future__ import annotations

from pathlib import Path

import pytest

from vade.library import Library, load
from vade.library.layers import Root
from vade.library.routing import route
from vade.library.scan import scan
from vade.paths import bundled


@pytest.fixture(scope="module")
def library() -> Library:
    roots = [Root("bundled", "vade", bundled() / name) for name in ("agents", "content")]
    return load(scan(roots))


@pytest.mark.parametrize(
    ("task", "document"),
    [
        ("review the migration that adds a column", "vade:database-change-and-migration"),
        ("add a Stripe webhook", "vade:webhooks"),
        ("hash passwords", "vade:password-storage"),
        ("review an api", "vade:api-design-review"),
        ("refactor a function that is too long", "vade:clean-code"),
    ],
)
def test_the_best_comes_first(library: Library, task: str, document: str) -> None:
    assert route(library, task)[0].entry.id == document


def test_the_topics_of_one_subject_are_one_route_to_its_page(library: Library) -> None:
    found = route(library, "add rate limiting to the login endpoint", limit=200)
    topics = [r.entry for r in found if r.role == "topic"]
    assert topics[0].id == "vade:rate-limiting"
    assert len({entry.subject for entry in topics}) == len(topics)
    bullets = [e for e in library.entries if e.title == "Rate Limiting" and "/" in e.id]
    assert bullets


def test_a_checklist_page_stands_for_its_items(library: Library) -> None:
    (only,) = [r for r in route(library, "before we go live") if r.role == "checklist"]
    assert (only.entry.id, only.entry.title) == ("vade:pre-release", "Pre-Release Review")


def test_a_word_that_much_has_does_not_drag_all_of_it_along(library: Library) -> None:
    found = route(library, "review the migration that adds a column", limit=200)
    assert len(found) < 20


def test_nothing_fits_a_task_of_other_words(tmp_path: Path) -> None:
    assert route(load(scan([Root("given", "empty", tmp_path)])), "paint a fence") == ()
