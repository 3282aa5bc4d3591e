from __future__ import annotations

from pathlib import Path

import pytest

from vade.library import load
from vade.library.layers import Root
from vade.library.scan import scan
from vade.paths import bundled
from vade.search import Search


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Search:
    made = Search(tmp_path_factory.mktemp("cache") / "index")
    made.update(load(scan([Root("bundled", "vade", bundled() / "agents")])))
    return made


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


def test_matches_are_marked_where_they_stand(search: Search) -> None:
    hit = search.query("bucket", typing=True).hits[0]
    start, end = hit.excerpt.matches[0]
    assert hit.excerpt.text[start:end] == "bucket"


def test_a_misspelling_is_answered_and_said(search: Search) -> None:
    results = search.query("authentcation")
    assert results.suggestion == "authentication"
    assert results.hits[0].entry.title == "Authentication"


def test_a_minus_takes_entries_away(search: Search) -> None:
    titles = {hit.entry.title for hit in search.query("python -celery -pydantic").hits}
    assert "Celery" not in titles
    assert titles


def test_an_index_is_current_for_its_library_only(search: Search) -> None:
    library = load(scan([Root("bundled", "vade", bundled() / "agents")]))
    assert search.is_current(library.stamp)
    assert not search.is_current("another")


def test_an_index_outlives_the_process(search: Search, tmp_path: Path) -> None:
    again = Search(search.generations.folder)
    assert again.query("redis").hits[0].entry.title == "Redis"
