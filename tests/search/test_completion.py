from __future__ import annotations

import pytest

from vade.library import Library
from vade.search.completion import Completions, completions_of


@pytest.fixture(scope="module")
def completions(agents: Library) -> Completions:
    return completions_of(agents.entries)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("ki", "kind:"),
        ("cors ti", "cors title:"),
        ("-la", "-lang:"),
        ("kind:pa", "kind:pattern"),
        ("cors -kind:pa", "cors -kind:pattern"),
        ("lang:py", "lang:python"),
        ("in:sec", "in:Security"),
        ('in:"api', 'in:"API Design"'),
        ("in:api", 'in:"API Design"'),
    ],
)
def test_a_half_written_field_or_value_is_completed(
    completions: Completions, text: str, first: str
) -> None:
    assert completions.of(text)[0] == first


@pytest.mark.parametrize(
    "text", ["", "k", "redis", "kind:pattern", "kind:pattern ", "http:", ":", "-"]
)
def test_nothing_is_made_up(completions: Completions, text: str) -> None:
    assert completions.of(text) == ()


def test_frequent_values_come_first(agents: Library, completions: Completions) -> None:
    kinds = [text.partition(":")[2] for text in completions.of("kind:")]
    counts = [sum(e.kind == kind for e in agents.entries) for kind in kinds]
    assert counts == sorted(counts, reverse=True)
    assert len(kinds) > 3
