from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vade.search.analysis import fold, lowered, pieces, words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("HTTPException", ["httpexception", "http", "exception"]),
        ("get_db", ["getdb", "get", "db"]),
        ("req.params.id", ["reqparamsid", "req", "params", "id"]),
        ("SELECT … FOR UPDATE", ["select", "for", "update"]),
        ("Helmet.js", ["helmetjs", "helmet", "js"]),
        ("C# and C++", ["c#", "and", "c++"]),
        ("422", ["422"]),
        ("n+1", ["n+1", "n", "1"]),
        ("rate-limit", ["ratelimit", "rate", "limit"]),
        ("naïve", ["naive"]),
        ("Straße", ["strasse"]),
    ],
)
def test_code_and_words_are_found_whole_and_by_part(text: str, words: list[str]) -> None:
    assert [word for word, *_ in pieces(text)] == words


@given(st.text())
def test_offsets_lie_in_the_text_and_words_are_folded(text: str) -> None:
    for word, start, end, _ in pieces(text):
        assert 0 <= start < end <= len(text)
        assert word == fold(word)
    assert [w for w, *_ in pieces(text)] == [w for forms in words_in(text) for w in forms]


@given(st.text())
def test_a_lowered_text_is_as_long_as_the_text(text: str) -> None:
    assert len(lowered(text)) == len(text)
