"""Whoosh's postings, written word by word as they are at hand.

Whoosh takes the words of one entry after another, sorts all of them, and then writes one by one:
that is most of its time. Here they are known by word already. What is written is an index as any
Whoosh reads it.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterable, Sequence
from operator import sub
from typing import TYPE_CHECKING, Any

from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC, W3Codec, W3FieldWriter, W3TermInfo

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
        return _Numbers(dbfile, self._blocklimit)


class _Words(W3FieldWriter):  # type: ignore[misc]
    def add_postings(self, schema: Any, lengths: object, items: Iterable[object]) -> None:
        """Write all fields, and nothing that was added entry by entry."""
        for name, words in sorted(self._codec.fields.items()):
            self.start_field(name, schema[name])
            field = self._fieldid.to_bytes(2, "big")
            for word in sorted(words):
                self._tindex.add(field + word.encode(), self._postwriter.added(words[word]))
            self.finish_field()


class _Numbers:
    """Writes what Whoosh's own writer of postings does, all of a word at once.

    Whoosh's takes twice as long: it keeps a weight, a value and a length for each number, which
    here are always the same.
    """

    def __init__(self, file: Any, most: int) -> None:
        """Write into `file`, in blocks of `most` numbers."""
        self._file, self._most = file, most

    def added(self, numbers: Sequence[int]) -> bytes:
        """Write the numbers of the entries that have a word; return its row in the list of words.

        After the magic number, each block is its length as an integer (negative in the last one),
        a pickle of what it holds, and a pickle of the steps from one number to the next.
        """
        start, last = self._file.tell(), len(numbers) - 1
        written = [WHOOSH3_HEADER_MAGIC]
        for at in range(0, len(numbers), self._most):
            block = numbers[at : at + self._most]
            steps = pickle.dumps(((block[0], *map(sub, block[1:], block)), None, None), 2)
            level = _LEVEL if len(block) > _WORTH_SQUEEZING else 0
            steps = zlib.compress(steps, level) if level else steps
            holds = pickle.dumps((len(block), block[-1], 1.0, level, 0, 0), 2)
            length = len(holds) + len(steps)
            length = -length if at + self._most > last else length
            written += [length.to_bytes(4, "big", signed=True), holds, steps]
        whole = b"".join(written)
        self._file.write(whole)
        known = {"weight": len(numbers), "df": len(numbers), "maxweight": 1.0}
        row = W3TermInfo(minid=numbers[0], maxid=numbers[-1], **known)
        row.set_extent(start, len(whole))
        return bytes(row.to_bytes())
