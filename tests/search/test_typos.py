from __future__ import annotations

from pathlib import Path

import pytest

from vade.search import Search
from vade.search.typos import distance, distance_of_beginning
from vade.workspace import Workspace


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("redis", "redis", 0.0),
        ("rediss", "redis", 1.0),
        ("redi", "redis", 0.75),
        ("rdeis", "redis", 0.8),
        ("redia", "redis", 0.7),
        ("redip", "redis", 1.0),
        ("tedis", "redis", 0.9),
    ],
)
def test_common_slips_cost_less(one: str, other: str, slips: float) -> None:
    assert distance(one, other, 2) == pytest.approx(slips)


def test_what_is_far_is_far() -> None:
    assert distance("redis", "postgresql", 2) > 2


def test_a_beginning_is_measured_against_beginnings() -> None:
    assert distance_of_beginning("autent", "authentication", 2) == pytest.approx(0.75)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("authentcation", "authentication"),
        ("celrey", "celery"),
        ("pydnatic", "pydantic"),
        ("tedis", "redis"),
        ("xelery", "celery"),
        ("hraphql", "graphql"),
        ("depedency injection", "dependency injection"),
        ("kind:topic celrey", "celery kind:topic"),
    ],
)
def test_a_misspelling_is_answered_and_said(search: Search, typed: str, meant: str) -> None:
    results = search.query(typed)
    assert results.suggestion == meant
    assert results.hits


@pytest.mark.parametrize("typed", ["celery", "authent", "redis zzzzqqq", "zzzzqqq", "12", "xq"])
def test_nothing_is_suggested_where_words_are_known_or_nothing_is_near(
    search: Search, typed: str
) -> None:
    assert search.query(typed, typing=True).suggestion == ""


@pytest.mark.parametrize(
    ("typed", "meant", "page"),
    [
        ("mongose populate", "mongoose populate", "orm-odm"),
        ("gracefull shutdwon", "graceful shutdown", "graceful-shutdown"),
    ],
)
def test_a_slip_beside_a_word_that_stands_elsewhere_is_seen(
    of_all: Search, typed: str, meant: str, page: str
) -> None:
    results = of_all.query(typed)
    assert results.suggestion == meant
    assert page in {hit.entry.document for hit in results.hits[:2]}


@pytest.mark.parametrize("typed", ["haskell monads", "vue composables", "graphql foobar"])
def test_words_that_nothing_has_together_are_not_bent(of_all: Search, typed: str) -> None:
    assert of_all.query(typed).suggestion == ""


def test_a_near_word_is_found_among_many_long_ones_with_its_letters(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    letters = "abcdefghijklmnopqrstuvwxyz"
    long = " ".join(f"aaisted{a}{b}" for a in letters for b in letters[:12])
    (pack / "long.md").write_text(f"# Long\n\n## Words\n\n{long}\n")
    (pack / "redis.md").write_text("# Redis\n\n## Redis\n\nRedis keeps values.\n")
    workspace = Workspace.open(tmp_path, None, (pack,), only=True)
    results = workspace.search("tedis", typing=True)
    assert results.suggestion == "redis"
    assert results.hits[0].entry.title == "Redis"
