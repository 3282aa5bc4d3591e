"""The fields of the Whoosh index, and how entries fill them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from whoosh import formats
from whoosh.fields import FieldType, Schema

from vade.library.entry import Entry
from vade.search.inverted import NUMBER, Postings, numbered
from vade.search.postings import Fields
from vade.search.record import Record
from vade.text import kebab

__all__ = ["fields", "make_schema"]


class Words(FieldType):  # type: ignore[misc]
    """A field of words that were already analysed: each entry holds a word or does not.

    Positions are not kept: phrases are looked up in the table's text, where that is 50 × faster.
    """

    analyzer = None
    column_type = None
    indexed = True
    multitoken_query = "default"
    queryor = None
    scorable = False
    separate = False
    sortable_typecode = None
    spelling = False
    stored = False
    unique = False
    vector = None

    def __init__(self) -> None:
        """Make a field without an analyzer."""
        self.format = formats.Existence()


def make_schema() -> Schema:
    """Return the schema: the words of an entry, of its title and of its code, and its facets."""
    names = ("words", "title", "code", "kind", "lang", "area", "pack")
    return Schema(**{name: Words() for name in names})


def fields(entries: Sequence[Entry], records: Sequence[Record], postings: Postings) -> Fields:
    """Return the words of each field and the entries that have them."""

    def facet(value: Callable[[Entry], str]) -> dict[str, Sequence[int]]:
        return numbered(filter(None, (kebab(value(entry)),)) for entry in entries)

    return {
        "words": {word: [n & NUMBER for n in found] for word, found in postings.items()},
        "title": numbered(record.title_words for record in records),
        "code": numbered(record.code_words for record in records),
        "kind": facet(lambda entry: entry.kind.value),
        "lang": facet(lambda entry: entry.language),
        "area": facet(lambda entry: entry.area),
        "pack": facet(lambda entry: entry.pack),
    }
