from __future__ import annotations

import pytest

from vade.search.language import MOST_CHARACTERS, MOST_TERMS, Facet, Query, parse


def shown(query: Query) -> list[str]:
    """Each term as it would be typed, an unfinished one with a star."""
    made = []
    for t in query.terms:
        text = " ".join(forms[0] for forms in t.words)
        text = f'"{text}"' if t.phrase else text
        field = f"{t.field}:" if t.field else ""
        made.append(f"{'-' if t.negated else ''}{field}{text}{'*' if t.prefix else ''}")
    return made


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("rate limiting", ["rate", "limiting*"]),
        ("rate limiting ", ["rate", "limiting"]),
        ('"connection pool"', ['"connection pool"']),
        ('"connection po', ['"connection po"*']),
        ("redis -celery", ["redis", "-celery"]),
        ('-"rate limit" redis', ['-"rate limit"', "redis*"]),
        ("title:cors code:get_db", ["title:cors", "code:getdb*"]),
        ("HTTPException", ["httpexception*"]),
        ("http://localhost:8000 x", ["http", "localhost", "8000", "x*"]),
        ("Café", ["cafe*"]),
        ('""', []),
        ("-", []),
        ("()*?[]{}", []),
        ("AND OR NOT", ["and", "or", "not*"]),
    ],
)
def test_any_text_is_a_query(text: str, terms: list[str]) -> None:
    assert shown(parse(text, typing=True)) == terms


@pytest.mark.parametrize(
    ("text", "facet"),
    [
        ("kind:pattern", Facet("kind", "pattern")),
        ("in:api", Facet("area", "api")),
        ("AREA:Security", Facet("area", "security")),
        ('in:"API Design"', Facet("area", "api design")),
        ("-lang:java", Facet("lang", "java", negated=True)),
    ],
)
def test_a_field_narrows(text: str, facet: Facet) -> None:
    assert parse(text).facets == (facet,)


def test_a_long_query_is_cut_and_says_so() -> None:
    query = parse(" ".join(f"word{n}" for n in range(100)))
    assert len(query.terms) == MOST_TERMS
    assert query.notes == (
        f"only the first {MOST_CHARACTERS} characters are searched",
        f"only the first {MOST_TERMS} words are searched",
    )


def test_what_is_asked_twice_is_asked_once() -> None:
    assert shown(parse('title:a data title:a data "a b" "a b" ')) == ["title:a", "data", '"a b"']
    assert len(parse("kind:check kind:check").facets) == 1


def test_glue_is_asked_for_only_where_there_is_nothing_else() -> None:
    assert [t.words[0][0] for t in parse("how to do the cors").wanted] == ["cors"]
    assert [t.words[0][0] for t in parse("how to").wanted] == ["how", "to"]


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("how do I stop sql injection", True),
        ("redis cache ttl", False),
        ('how do I "stop" sql injection', False),
        ("blocked by CORS policy: No header is present", True),
        ("pool size", False),
    ],
)
def test_questions_are_told_from_keywords(text: str, spoken: bool) -> None:
    assert parse(text).spoken is spoken


def test_a_compound_is_taken_apart_once() -> None:
    loose = parse("sqlalchemy.exc.TimeoutError timeout").loosened
    assert shown(loose) == ["sqlalchemy", "exc", "timeout", "error"]
