"""Any text is a query: a quarter of 2,000 at random here, the others in the slow suite."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from itertools import islice

import pytest

from vade.search import Search

QUERIES = int(os.environ.get("VADE_QUERIES", "2000"))
SIGNS = "\"-:*?()[]{}~^+&|!\\/.,;#@$%' \t\n\x00\x1b\u202e\u0300é字🙂ﬁß"
FIELDS = ("kind:", "lang:", "area:", "in:", "pack:", "title:", "code:", "nope:", "-", '"', "-kind:")
WORDS = (
    "redis", "authentcation", "HTTPException", "req.params.id", "get_db", "the", "how", "C#", "422",
    "SELECT", "AND", "NOT", "a", "e", "n+1", "rate-limit", "pattern", "python", "zzzz", "x" * 80,
)  # fmt: skip


def queries(count: int) -> Iterator[str]:
    dice = random.Random(6)
    for _ in range(count):
        parts = []
        for _ in range(dice.randrange(1, 16)):
            kind = dice.randrange(4)
            if kind == 0:
                parts.append("".join(dice.choices(SIGNS, k=dice.randrange(1, 6))))
            elif kind == 1:
                parts.append(dice.choice(FIELDS) + dice.choice(WORDS))
            elif kind == 2:
                parts.append("".join(map(chr, dice.choices(range(1, 0xD7FF), k=3))))
            else:
                word = dice.choice(WORDS)
                parts.append(word[: dice.randrange(1, len(word) + 1)])
        yield dice.choice(("", " ")).join(parts)


@pytest.mark.parametrize("part", [0, *(pytest.param(n, marks=pytest.mark.slow) for n in (1, 2, 3))])
def test_no_query_raises_and_each_hit_is_sound(search: Search, part: int) -> None:
    found = 0
    for number, text in enumerate(islice(queries(QUERIES), part, None, 4)):
        results = search.query(text, limit=10, typing=number % 2 == 0)
        found += bool(results.hits)
        assert sum(len(group.hits) for group in results.groups) == len(results.hits)
        for hit in results.hits:
            for line, spans in (
                (hit.excerpt.text, hit.excerpt.matches),
                (hit.entry.title, hit.title_matches),
            ):
                ends = [0, *(at for span in spans for at in span), len(line)]
                assert ends == sorted(ends), text
    assert found > QUERIES // 80


@pytest.mark.parametrize(
    "text", ['"', "-", ":", "kind:", "\ud800", "a" * 10_000, '-"', "title:", "   "]
)
def test_odd_ends_are_queries_too(search: Search, text: str) -> None:
    assert search.query(text, typing=True).query == text


@pytest.mark.parametrize("letter", ["\u037a", "\uff9e", "\ufdfa"])
def test_letters_that_fold_to_a_gap_or_to_nothing_end_too(search: Search, letter: str) -> None:
    assert search.query(f"redis {letter}", typing=True).hits
    assert search.query(f"redis{letter}cache {letter}").query
