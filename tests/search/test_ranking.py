from __future__ import annotations

import pytest

from vade.search import Search


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("rate lim", "Rate Limiting"),
        ("sql injection", "SQL Injection"),
        ("helmet", "Helmet.js / Security Headers"),
        ("createApp", "Express.js Clean Architecture"),
        ("kind:pattern fastapi", "FastAPI Pattern"),
        ("req.params.id", "Express.js Clean Architecture"),
    ],
)
def test_the_first_hit_is_what_was_meant(search: Search, query: str, title: str) -> None:
    assert search.query(query, typing=True).hits[0].entry.title == title


def test_entries_with_all_words_come_before_those_with_some(of_all: Search) -> None:
    hits = of_all.query("celery pgbouncer").hits
    partial = [hit.partial for hit in hits]
    assert partial == sorted(partial)
    assert True in partial
    whole = [hit for hit in hits if not hit.partial]
    assert 0 < len(whole) < len(hits)


def test_a_question_is_answered_by_a_page_that_lacks_some_of_its_words(of_all: Search) -> None:
    found = of_all.query("how would I best protect my forms against csrf attackers", typing=True)
    assert found.groups[0].hits[0].entry.document == "csrf-protection"


def test_a_compound_that_nobody_wrote_is_searched_by_its_parts(of_all: Search) -> None:
    found = of_all.query("celery.exceptions.SoftTimeLimitExceeded")
    assert found.groups[0].hits[0].entry.document == "celery"


def test_title_comes_before_text(search: Search) -> None:
    hits = search.query("redis").hits
    named = ["redis" in hit.entry.title.casefold() for hit in hits]
    assert named[0]
    assert False in named


def test_a_minus_takes_entries_away(search: Search) -> None:
    titles = {hit.entry.title for hit in search.query("python -celery -pydantic").hits}
    assert "Celery" not in titles
    assert titles


@pytest.mark.parametrize(
    ("query", "field", "value"),
    [
        ("kind:check", "kind", "check"),
        ("lang:py", "language", "python"),
        ("in:sec injection", "area", "Security"),
        ("kind:pattern lang:python", "language", "python"),
    ],
)
def test_a_field_leaves_only_its_own(search: Search, query: str, field: str, value: str) -> None:
    hits = search.query(query).hits
    assert hits
    assert {getattr(hit.entry, field) for hit in hits} == {value}


def test_the_same_field_twice_means_either(search: Search) -> None:
    kinds = {str(hit.entry.kind) for hit in search.query("kind:pattern kind:check").hits}
    assert kinds == {"pattern", "check"}


def test_a_field_of_text_looks_only_there(search: Search) -> None:
    titled = search.query("title:injection").hits
    assert titled
    assert all("injection" in hit.entry.title.casefold() for hit in titled)
    coded = search.query("code:app").hits
    assert coded
    assert all("app" in hit.entry.code.casefold() for hit in coded)


def test_a_phrase_is_found_only_in_order(of_all: Search) -> None:
    assert of_all.query('"connection pool"').hits
    assert not of_all.query('"pool connection of"').hits
