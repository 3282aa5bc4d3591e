"""The query language: any text to a query, with nothing of the index in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vade.search.tokens import tokens

__all__ = ["FACETS", "MOST_CHARACTERS", "MOST_TERMS", "Query", "Term", "parse"]

MOST_CHARACTERS = 256
MOST_TERMS = 12
FACETS = {
    "kind": "kind", "lang": "lang", "area": "area", "in": "area", "pack": "pack",
}  # fmt: skip
_TEXTS = ("title", "code")
_PIECE = re.compile(r'(-?)(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase that is asked for."""

    words: tuple[str, ...]
    phrase: bool = False
    negated: bool = False
    field: str = ""
    """`title` or `code`; empty for everywhere."""
    prefix: bool = False
    """Whether it is still being typed."""


@dataclass(frozen=True, slots=True)
class Query:
    """What a text asks for."""

    text: str
    terms: tuple[Term, ...] = ()
    facets: tuple[tuple[str, str, bool], ...] = ()
    """Field, value in lower case, and whether it is excluded."""
    notes: tuple[str, ...] = ()


def parse(text: str, *, typing: bool = False) -> Query:
    """Read any text as a query; there is no wrong one.

    Args:
        text: What was typed.
        typing: Whether the last word may be unfinished.
    """
    notes = []
    cut = text[:MOST_CHARACTERS]
    if len(text) > MOST_CHARACTERS:
        notes.append(f"only the first {MOST_CHARACTERS} characters are searched")
    terms: list[Term] = []
    facets: list[tuple[str, str, bool]] = []
    for minus, field, quoted, plain in _PIECE.findall(cut):
        _take(terms, facets, minus == "-", field.lower(), quoted, plain)
    if len(terms) > MOST_TERMS:
        notes.append(f"only the first {MOST_TERMS} words are searched")
        terms = terms[:MOST_TERMS]
    if typing and terms and not cut[-1:].isspace() and not terms[-1].phrase:
        last = terms[-1]
        terms[-1] = Term(last.words, last.phrase, last.negated, last.field, not last.negated)
    return Query(text, tuple(terms), tuple(facets), tuple(notes))


def _take(
    terms: list[Term],
    facets: list[tuple[str, str, bool]],
    negated: bool,
    field: str,
    quoted: str,
    plain: str,
) -> None:
    value = quoted or plain
    if field in FACETS:
        if value:
            facets.append((FACETS[field], value.strip('"').lower(), negated))
        return
    if field and field not in _TEXTS:
        value = f"{field}:{value}"
        field = ""
    words = _words(value)
    if words:
        terms.append(Term(words, bool(quoted) or len(words) > 1, negated, field))


def _words(value: str) -> tuple[str, ...]:
    """The words of a piece, compounds whole: `req.params` is one word, `a/b` are two."""
    found: list[str] = []
    reached = -1
    for token in tokens(value):
        if token.start >= reached:
            found.append(token.text)
            reached = token.end
    return tuple(found)
