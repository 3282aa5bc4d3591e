"""The fields of the index, and the analyzers that fill them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from whoosh.analysis import Analyzer
from whoosh.analysis import Token as WhooshToken
from whoosh.fields import ID, KEYWORD, STORED, TEXT, Schema

from vade.search.tokens import stem_of, tokens

__all__ = ["TEXT_FIELDS", "VERSION", "make_schema"]

VERSION = 1
"""Counts up when the schema or the analysis changes."""

TEXT_FIELDS: dict[str, float] = {
    "title": 8.0,
    "label": 4.0,
    "aliases": 3.0,
    "body": 1.0,
    "code": 0.8,
}
"""The searched fields and their weights; each has a twin `<name>_stem` of stems."""


class _Words(Analyzer):  # type: ignore[misc]
    """Our tokens in the form that Whoosh takes."""

    def __init__(self, stems: bool = False) -> None:
        self.stems = stems

    def __call__(self, value: str, mode: str = "", **_: Any) -> Iterator[WhooshToken]:
        token = WhooshToken(positions=True, chars=True, mode=mode)
        for word in tokens(value):
            token.text = stem_of(word.text) if self.stems else word.text
            token.boost = 1.0
            token.pos, token.startchar, token.endchar = word.position, word.start, word.end
            yield token


def make_schema() -> Schema:
    """Return the schema: text fields, facets, and the entry itself as stored JSON."""
    fields: dict[str, Any] = {
        "id": ID(unique=True),
        "path": ID(),
        "kind": ID(),
        "lang": ID(),
        "pack": ID(),
        "area": KEYWORD(lowercase=True),
        "entry": STORED(),
    }
    for name in TEXT_FIELDS:
        fields[name] = TEXT(analyzer=_Words(), phrase=True)
        fields[f"{name}_stem"] = TEXT(analyzer=_Words(stems=True), phrase=False)
    return Schema(**fields)
