"""Whoosh's postings, written word by word as they are at hand.

Whoosh takes the words of one entry after another, sorts all of them, and then writes one by one:
that is most of its time. Here they are known by word already. What is written is an index as any
Whoosh reads it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3PostingsWriter

if TYPE_CHECKING:
    from vade.search.fields import Fields

__all__ = ["ByWord"]

_LEVEL = 3
_WORTH_SQUEEZING = 40
"""Numbers in a block; zlib makes smaller ones larger."""


class ByWord(W3Codec):  # type: ignore[misc]
    """Whoosh's own codec, given all that is to be written beforehand."""

    length_stats = False
    """Nothing is scored by Whoosh, so no field's length is asked for at each posting."""

    def __init__(self, fields: Fields) -> None:
        """Take the words of all fields."""
        super().__init__()
        self.fields = fields

    def new_segment(self, storage: Any, indexname: str) -> Any:
        """Return a segment that knows nothing of this class: it is pickled with its codec."""
        return W3Codec().new_segment(storage, indexname)

    def field_writer(self, storage: Any, segment: Any) -> Any:
        """Return what writes the words."""
        return _Words(self, storage, segment)

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> Any:
        """Return what writes the numbers of one word."""
        return _Numbers(dbfile, blocklimit=self._blocklimit, byteids=byteids)


class _Words(W3FieldWriter):  # type: ignore[misc]
    def add_postings(self, schema: Any, lengths: object, items: Iterable[object]) -> None:
        """Write all fields, and nothing that was added entry by entry."""
        for name, words in sorted(self._codec.fields.items()):
            self.start_field(name, schema[name])
            for raw, word in ((word.encode(), word) for word in sorted(words)):
                self.start_term(raw)
                self._postwriter.add_all(words[word])
                self.finish_term()
            self.finish_field()


class _Numbers(W3PostingsWriter):  # type: ignore[misc]
    def add_all(self, numbers: Sequence[int]) -> None:
        """Add the numbers of all entries that have the current word."""
        for start in range(0, len(numbers), self._blocklimit):
            if start:
                self._write_block()
            self._ids = array("I", numbers[start : start + self._blocklimit])
            self._weights = _ONES[: len(self._ids)]
            self._maxweight = 1.0
            self._compression = _LEVEL if len(self._ids) > _WORTH_SQUEEZING else 0

    def _mini_weights(self) -> None:
        """All are 1, which is written as nothing."""


_ONES = array("f", [1.0]) * 128
