"""The fields of the Whoosh index."""

from __future__ import annotations

from whoosh import formats
from whoosh.fields import FieldType, Schema

__all__ = ["make_schema"]


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
