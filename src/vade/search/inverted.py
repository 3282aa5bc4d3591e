"""Records turned round: each word, and the entries that have it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from vade.search.record import MOST, Record

__all__ = ["NUMBER", "Postings", "inverted"]

NUMBER = 0xFFFFFFFF
"""The bits of a posting that are the entry's number."""
Postings = Mapping[str, list[int]]
"""Each word's entries as (MOST - impact) × 2³² + number, so that sorting puts the best first."""


def inverted(records: Iterable[Record]) -> tuple[list[Record], Postings]:
    """Return the records without their words, and the postings of each word, by entry.

    The words of all records at once would be most of what a build holds.
    """
    made = []
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for number, record in enumerate(records):
        for word, impact in record.words.items():
            postings[word].append(MOST - impact << 32 | number)
        record.words = {}
        made.append(record)
    return made, postings
