"""What a hit shows of its line: words, and no marks of Markdown."""

from __future__ import annotations

import pytest

from vade.search.hit import Excerpt
from vade.search.undressed import undressed


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("- see [Rate Limiting](rate-limiting), **then** go", "see Rate Limiting, then go"),
        ("- [ ] **Item**: what `must` hold", "Item: what must hold"),
        ("## A *soft* heading, *two* words", "A soft heading, two words"),
        ("pass `**options` and `*args` on, 2 * 3 * 4", "pass **options and *args on, 2 * 3 * 4"),
        ("a ``tick ` inside`` and `*.py` or `*.ts`", "a tick ` inside and *.py or *.ts"),
        ("[cut off](at-the-e…", "cut off…"),
        ("…f the `code", "…f the code"),
        ("```python", "python"),
        ("a list[int] of (x) [no link]", "a list[int] of (x) [no link]"),
    ],
)
def test_a_line_shows_its_words(line: str, words: str) -> None:
    assert undressed(Excerpt(line)) == (words, ())


def test_matches_move_with_their_words_and_go_with_an_address() -> None:
    line = "- see [Rate Limiting](rate-limiting), **then** go"
    text, matches = undressed(Excerpt(line, ((7, 20), (22, 35), (40, 44))))
    assert [text[start:end] for start, end in matches] == ["Rate Limiting", "then"]


def test_a_line_of_code_stays_as_it_is() -> None:
    line = "    return call(**options)  # `x`"
    assert undressed(Excerpt(line, ((4, 10),), code=True)) == (line, ((4, 10),))
