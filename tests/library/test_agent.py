from __future__ import annotations

from collections import Counter

import pytest

from vade.library import AmbiguousError, Library, load
from vade.library.entry import Kind
from vade.library.layers import Root
from vade.library.scan import scan
from vade.paths import bundled


@pytest.fixture(scope="module")
def library() -> Library:
    roots = [Root("bundled", "vade", bundled() / name) for name in ("agents", "content/skills")]
    return load(scan(roots))


def test_the_agent_has_the_outline_that_its_users_know(library: Library) -> None:
    kinds = Counter(e.kind for e in library.entries if e.document == "backend-specialist")
    assert kinds == {
        Kind.DOCUMENT: 1,
        Kind.TOPIC: 28,
        Kind.PRINCIPLE: 18,
        Kind.PATTERN: 3,
        Kind.CHECK: 10,
        Kind.TRIGGER: 9,
    }
    assert library.diagnostics == ()


def test_the_skills_that_the_agent_names_are_found(library: Library) -> None:
    agent = library.document("vade:backend-specialist")
    assert agent is not None
    assert agent.skills == (
        "vade:clean-code",
        "vade:nodejs-best-practices",
        "vade:python-patterns",
        "vade:api-patterns",
    )


def test_any_unambiguous_end_of_an_id_finds_the_entry(library: Library) -> None:
    found = library.find("review-checklist/sql-injection")
    assert found.id == "vade:backend-specialist/review-checklist/sql-injection"
    assert found.hint("severity") == "critical"


def test_an_ambiguous_end_names_the_candidates(library: Library) -> None:
    with pytest.raises(AmbiguousError) as caught:
        library.find("input-validation")
    assert len(caught.value.candidates) == 3


def test_one_subject_is_joined_across_sections(library: Library) -> None:
    topic = library.find("api-design/rate-limiting")
    assert "vade:backend-specialist/review-checklist/rate-limiting" in {
        entry.id for entry in library.related(topic)
    }


def test_a_check_carries_its_guidance_and_not_in_its_body(library: Library) -> None:
    check = library.find("review-checklist/sql-injection")
    assert check.hint("Bad").startswith("`db.execute(f")
    assert "Bad" not in check.body


def test_the_line_is_where_the_entry_stands(library: Library) -> None:
    entry = library.find("python/celery")
    line = entry.path.read_text(encoding="utf-8").split("\n")[entry.line - 1]
    assert line.startswith("- **Celery**")
