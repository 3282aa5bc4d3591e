"""Records turned round: each word, and the entries that have it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from vade.search.record import MOST, Record

__all__ = ["NUMBER", "Postings", "inverted", "numbered"]

NUMBER = 0xFFFFFFFF
"""The bits of a posting that are the entry's number."""
Postings = Mapping[str, list[int]]
"""Each word's entries as (MOST - impact) × 2³² + number, so that sorting puts the best first."""


def inverted(records: Iterable[Record]) -> Postings:
    """Return the postings of each word, by entry."""
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for number, record in enumerate(records):
        for word, impact in record.words.items():
            postings[word].append(MOST - impact << 32 | number)
    return postings


def numbered(values: Iterable[Iterable[str]]) -> dict[str, Sequence[int]]:
    """Return the numbers of the entries that have each value, given the values of each entry."""
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(values):
        for word in words:
            numbers[word].append(number)
    return dict(numbers)
