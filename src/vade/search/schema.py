"""The fields of the Whoosh index, and how an entry fills them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from whoosh import formats
from whoosh.fields import ID, STORED, FieldType, Schema

from vade.library.entry import Entry
from vade.search.record import Record
from vade.text import kebab

__all__ = ["make_schema", "row"]


class Words(FieldType):  # type: ignore[misc]
    """A field of words that were already analysed: each entry holds a word or does not.

    Positions are not kept: phrases are looked up in the table's text, where that is 50 × faster.
    """

    analyzer = None
    column_type = None
    indexed = True
    multitoken_query = "default"
    queryor = None
    scorable = True  # so 2.7.4 does not look for the file of lengths at each posting
    separate = False
    sortable_typecode = None
    spelling = False
    stored = False
    unique = False
    vector = None

    def __init__(self) -> None:
        """Make a field without an analyzer."""
        self.format = formats.Existence()

    def index(self, value: Sequence[str], **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield each word as Whoosh wants it: bytes, how often, weight, value."""
        for word in value:
            yield word.encode("utf-8"), 1, 1.0, b""


def make_schema() -> Schema:
    """Return the schema: the words of an entry, of its title and of its code, and its facets."""
    return Schema(
        words=Words(),
        title=Words(),
        code=Words(),
        id=STORED(),
        kind=ID(),
        lang=ID(),
        area=ID(),
        pack=ID(),
    )


def row(entry: Entry, record: Record) -> dict[str, Any]:
    """Return the document that Whoosh stores for an entry."""
    return {
        "words": sorted(record.words),
        "title": sorted(record.title_words),
        "code": sorted(record.code_words),
        "id": entry.id,
        "kind": entry.kind.value,
        "lang": kebab(entry.language) or None,
        "area": kebab(entry.area) or None,
        "pack": kebab(entry.pack) or None,
    }
