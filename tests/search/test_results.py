from __future__ import annotations

import re

import pytest

from vade.library import Library
from vade.library.entry import Kind
from vade.search import Search
from vade.search.record import is_page


def test_matches_are_marked_where_they_stand(search: Search) -> None:
    hit = search.query("bucket", typing=True).hits[0]
    start, end = hit.excerpt.matches[0]
    assert hit.excerpt.text[start:end] == "bucket"


def test_only_what_was_typed_of_an_unfinished_word_is_marked(search: Search) -> None:
    hit = search.query("rate limi", typing=True).hits[0]
    assert [hit.entry.title[a:b] for a, b in hit.title_matches] == ["Rate", "Limi"]


def test_of_a_phrase_only_the_phrase_is_marked(of_all: Search) -> None:
    for hit in of_all.query('"connection pool"').hits:
        for start, end in hit.excerpt.matches:
            marked = hit.excerpt.text[start:end].casefold()
            assert "connectionpool" in "".join(c for c in marked if c.isalpha())


def test_of_a_phrase_the_line_that_holds_it_is_shown(of_all: Search) -> None:
    seen = 0
    for hit in of_all.query('"access token"').hits:
        if re.search(r"\baccess token\b", hit.entry.body.casefold()):
            marked = [hit.excerpt.text[a:b].casefold() for a, b in hit.excerpt.matches]
            assert set(marked) & {"access token", "access_token", "accesstoken"}, hit.excerpt.text
            seen += 1
    assert seen > 5


def test_asking_again_finds_the_same(of_all: Search) -> None:
    texts = ("retry backoff", "req.params.id", '"connection pool" -celery', "authentcation", "th")
    found = [of_all.query(text, typing=True) for text in texts]
    for before, text in zip(found, texts, strict=True):
        for word in text.split():
            of_all.query(word, typing=True)
        again = of_all.query(text, typing=True)
        assert [(h.entry.id, h.score) for h in again.hits] == [
            (h.entry.id, h.score) for h in before.hits
        ]


def test_an_excerpt_is_a_line_of_its_file(of_all: Search) -> None:
    seen = 0
    for hit in of_all.query("retry backoff").hits:
        if hit.excerpt.line and hit.excerpt.matches and hit.entry.kind is not Kind.DOCUMENT:
            lines = hit.entry.path.read_text("utf-8").split("\n")
            near = "\n".join(lines[hit.excerpt.line - 1 : hit.excerpt.line + 1])
            a, b = hit.excerpt.matches[0]
            seen += hit.excerpt.text[a:b] in near
    assert seen > 5


def test_the_line_with_most_of_the_words_is_shown(of_all: Search) -> None:
    hit = next(h for h in of_all.query("select for update skip locked").hits if h.excerpt.matches)
    assert {"skip", "locked"} <= set(hit.excerpt.text.casefold().replace("`", " ").split())


def test_a_match_in_code_says_so(search: Search) -> None:
    hit = search.query("createApp").hits[0]
    assert hit.excerpt.code
    assert "createApp" in hit.excerpt.text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kind:patern pool", "no kind 'patern'; kind: knows pattern, check, "),
        ("kind:banana", "no kind 'banana'; kind: knows check, document, "),
        ("in:secrity", "no area 'secrity'; area: knows security, "),
        ("lang:pyhton lang:pyhton", "no lang 'pyhton'; lang: knows python, "),
    ],
)
def test_a_narrowing_that_names_nothing_says_what_it_could_name(
    of_all: Search, text: str, said: str
) -> None:
    results = of_all.query(text)
    assert results.hits == ()
    assert [note.startswith(said) for note in results.notes] == [True]


@pytest.mark.parametrize(
    "text", ["kind:pattern zzqq", "-kind:banana zzqq", "zzqq", "kind:banana x y"]
)
def test_a_narrowing_that_names_something_says_nothing(of_all: Search, text: str) -> None:
    notes = of_all.query(text).notes
    assert len(notes) == ("kind:banana" in text and "-kind" not in text)


def test_a_hit_without_words_shows_a_line_and_no_fence(of_all: Search) -> None:
    shown = [hit.excerpt for hit in of_all.query("kind:pattern", limit=400).hits]
    assert shown
    assert not [one.text for one in shown if one.text.startswith(("```", "~~~"))]


def test_one_subject_is_one_group_with_its_page_first(of_all: Search) -> None:
    group = of_all.query("rate limiting").groups[0]
    assert is_page(group.hits[0].entry)
    assert len(group.hits) > 3
    assert {hit.entry.kind for hit in group.hits} >= {Kind.PATTERN, Kind.CHECK}


def test_what_is_called_as_a_page_is_also_called_belongs_to_it(of_all: Search) -> None:
    group = of_all.query("environment variables").groups[0]
    assert group.title == "Environment Variables and Secrets"
    assert "vade:backend-specialist/review-checklist/environment-variables" in {
        hit.entry.id for hit in group.hits
    }


def test_facets_count_the_hits(of_all: Search) -> None:
    results = of_all.query("injection")
    assert sum(results.facets["kind"].values()) == len(results.hits)
    assert results.facets["area"]["Security"] == sum(
        hit.entry.area == "Security" for hit in results.hits
    )


def test_an_empty_query_finds_nothing_and_says_nothing(search: Search, agents: Library) -> None:
    assert search.query("").hits == ()
    assert search.query("  ").notes == ()
    assert agents.entries
