"""What was spelled otherwise than the entries spell it is found all the same."""

from __future__ import annotations

import pytest

from vade.search import Search


def first(search: Search, query: str) -> str:
    return search.query(query, typing=True).groups[0].hits[0].entry.document


@pytest.mark.parametrize(
    ("query", "document"),
    [
        ("log in with google", "oauth-2-0-and-oidc"),
        ("web hooks", "webhooks"),
        ("roll back a bad migration", "migrations"),
        ("rate limit", "rate-limiting"),
    ],
)
def test_two_words_that_are_mostly_one_are_searched_as_one(
    of_all: Search, query: str, document: str
) -> None:
    assert first(of_all, query) == document


def test_two_words_that_are_mostly_two_stay_two(of_all: Search) -> None:
    found = of_all.query("rate limit in express").hits
    assert any("rate limit" in hit.entry.body.casefold() for hit in found)


def test_a_slip_in_a_question_is_mended_and_said(of_all: Search) -> None:
    found = of_all.query("how do I prevnt sql injecton in my big shop", typing=True)
    assert found.suggestion
    assert found.groups[0].hits[0].entry.document == "sql-injection-prevention"


def test_a_slip_in_the_first_letter_is_mended(of_all: Search) -> None:
    found = of_all.query("qebhook", typing=True)
    assert (found.suggestion, found.groups[0].hits[0].entry.document) == ("webhook", "webhooks")


def test_where_something_matches_nothing_else_is_meant(of_all: Search) -> None:
    assert of_all.query("webhook").suggestion == ""


def test_lists_of_links_are_no_answers(of_all: Search) -> None:
    found = of_all.query("rate limiting", limit=200).hits
    assert found
    assert [hit.entry.id for hit in found if hit.entry.title == "See also"] == []


def test_chatter_does_not_lead_away_from_the_subject(of_all: Search) -> None:
    chatty = "please could somebody really explain how everyone handles webhooks properly"
    assert first(of_all, chatty) == "webhooks"
