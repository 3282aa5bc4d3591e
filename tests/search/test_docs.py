"""What is written about the query language holds, and names all of it."""

from __future__ import annotations

import re

import pytest

from vade.cli.search import _FIELDS
from vade.library.entry import Kind
from vade.paths import bundled
from vade.search.language import FACETS, FIELDS, MOST_CHARACTERS, MOST_TERMS, parse

PAGE = (bundled() / "docs" / "query-language.md").read_text("utf-8")


@pytest.mark.parametrize("name", [*FACETS, *FIELDS])
def test_every_field_is_documented(name: str) -> None:
    assert f"`{name}:" in PAGE


@pytest.mark.parametrize("name", sorted({*FACETS.values(), *FIELDS}))
def test_every_field_is_in_the_help(name: str) -> None:
    assert f"{name}:" in _FIELDS


def test_every_field_that_is_documented_is_one() -> None:
    named = set(re.findall(r"`-?([a-z]+):", PAGE)) - {"http"}
    assert named == {*FACETS, *FIELDS}
    assert set(re.findall(r"(?<![\w'])([a-z]+):(?=\w)", _FIELDS)) <= {*FACETS, *FIELDS}


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_is_documented(kind: Kind) -> None:
    assert f"`{kind.value}`" in PAGE


def test_the_bounds_are_documented() -> None:
    assert f"{MOST_CHARACTERS} characters and {MOST_TERMS} words" in PAGE


@pytest.mark.parametrize("example", re.findall(r"^\| `([^`]+)`", PAGE, re.MULTILINE))
def test_every_example_asks_for_something(example: str) -> None:
    query = parse(example)
    assert query.terms or query.facets
    assert query.notes == ()
