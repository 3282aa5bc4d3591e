"""A phrase alone is read from its best entries on, and no further than asked."""

from __future__ import annotations

import random

import pytest

from vade.library import Library
from vade.search import Search, match
from vade.search.language import Term, parse

COMMON = ("of the", "in the", "and the", "connection pool", "the same", "no such words", "the the")


def _phrase(text: str) -> Term:
    (term,) = parse(f'"{text}"').wanted
    return term


def _of_library(library: Library, count: int) -> list[str]:
    dice = random.Random(3)
    found: list[str] = []
    while len(found) < count:
        words = dice.choice(library.entries).body.split()
        at = dice.randrange(max(1, len(words) - 2))
        pair = " ".join(words[at : at + 2])
        if len(parse(f'"{pair}"').wanted) == 1 and '"' not in pair:
            found.append(pair)
    return found


@pytest.mark.parametrize("enough", [1, 5, 40, 10_000])
@pytest.mark.parametrize("first", [3, 50, 5000])
def test_the_best_entries_are_those_of_a_whole_reading(
    ours: Library, of_all: Search, monkeypatch: pytest.MonkeyPatch, first: int, enough: int
) -> None:
    monkeypatch.setattr(match, "_READ_FIRST", first)
    (part,) = of_all.open()
    fewer = 0
    for text in (*COMMON, *_of_library(ours, 60)):
        term = _phrase(text)
        whole = match.match(part.table, term)
        found = match.of_phrase(part.table, term, enough)
        assert found.items() <= whole.items()
        best = sorted(whole.values(), reverse=True)[:enough]
        assert sorted(found.values(), reverse=True)[:enough] == best, text
        fewer += len(found) < len(whole)
    if enough == 1 and first < 5000:
        assert fewer
    if enough == 10_000:
        assert not fewer
