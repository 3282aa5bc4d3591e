"""A table, mapped: words to entries, entries to their text."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from vade.errors import VadeError
from vade.library.codec import from_dict
from vade.library.draft import subject_of
from vade.library.entry import Entry
from vade.search.analysis import lowered
from vade.search.record import is_page
from vade.search.table.layout import split

__all__ = ["Posting", "Shown", "Table", "TableError"]

_KEPT = 8192
"""How many entries are kept as they were read."""
Posting = tuple[memoryview, memoryview]
"""The numbers of entries, and what a word says about each, the highest first."""


class TableError(VadeError):
    """The table is damaged, or of another version."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a hit is made of."""

    group: str
    entry: Entry
    lowered: str
    """The entry's body, folded letter by letter."""
    names: frozenset[str]
    """Of a topic page the subjects that it is also called; see `subject_of`."""


class Table:
    """What was packed by `vade.search.table.writer`. Nothing is copied until it is asked for."""

    def __init__(self, data: Any) -> None:
        """Read the header of `data`: a memory map, or bytes.

        Raises:
            TableError: it is not a table.
        """
        self._raw = data
        try:
            self._parts = split(memoryview(data))
            self.count = len(self._parts["heads"])
            self.words = Words(self._parts, "word")
            self._stems = Words(self._parts, "stem")
            self._tops = Words(self._parts, "top")
            self._grams = Words(self._parts, "gram")
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise TableError("the index is damaged") from error
        self.entry = lru_cache(maxsize=_KEPT)(self._entry)
        self.head = lru_cache(maxsize=_KEPT)(self._head)
        self._text_at = self._offset("text")

    def posting(self, word: int) -> Posting:
        """The entries that hold a word."""
        start, end = _range(self._parts["list_ends"], word)
        return self._parts["numbers"][start:end], self._parts["impacts"][start:end]

    def frequency(self, word: int) -> int:
        """How many entries hold a word."""
        start, end = _range(self._parts["list_ends"], word)
        return end - start

    def stem_mates(self, stem: str) -> Sequence[int]:
        """The words that have this stem, where it is not just the stem itself."""
        found = self._stems.find(stem)
        if found < 0:
            return ()
        start, end = _range(self._parts["member_ends"], found)
        return self._parts["members"][start:end]

    def top(self, prefix: str) -> Posting:
        """The best entries of a prefix of one or two letters."""
        found = self._tops.find(prefix)
        start, end = _range(self._parts["top_list_ends"], found) if found >= 0 else (0, 0)
        return self._parts["top_numbers"][start:end], self._parts["top_impacts"][start:end]

    def sharing(self, wanted: Iterable[str]) -> Counter[int]:
        """Count for each word how many of these pairs of letters it has."""
        counts: Counter[int] = Counter()
        for gram in wanted:
            found = self._grams.find(gram)
            if found >= 0:
                start, end = _range(self._parts["gram_words_ends"], found)
                counts.update(self._parts["gram_words"][start:end])
        return counts

    def has_text(self, number: int, needle: bytes) -> int:
        """Say where the text of an entry holds `needle`: 2 in the title or an alias, 1 later."""
        start, end = _range(self._parts["text_ends"], number)
        base = self._text_at
        found = self._raw.find(needle, base + start, base + end)
        if found < 0:
            return 0
        return 2 if found < base + start + self._parts["heads"][number] else 1

    def holding(self, numbers: Iterable[int], needle: bytes) -> list[int]:
        """Return those of `numbers` whose text holds `needle`."""
        ends, find, base = self._parts["text_ends"], self._raw.find, self._text_at
        return [
            number
            for number in numbers
            if find(needle, base + (ends[number - 1] if number else 0), base + ends[number]) >= 0
        ]

    def _head(self, number: int) -> str:
        """The title and the aliases of an entry as folded words, each closed by `NAME_END`."""
        start, _ = _range(self._parts["text_ends"], number)
        return str(self._parts["text"][start : start + self._parts["heads"][number]], "utf-8")

    def stored(self, number: int) -> dict[str, Any]:
        """An entry as it is kept: a plain value of JSON."""
        return self._stored(number)[1]

    def _stored(self, number: int) -> tuple[str, dict[str, Any]]:
        start, end = _range(self._parts["entry_ends"], number)
        kept = json.loads(str(self._parts["entry"][start:end], "utf-8", "surrogatepass"))
        return kept[0], kept[1]

    def _entry(self, number: int) -> Shown:
        """An entry, and what goes with it."""
        group, stored = self._stored(number)
        entry = from_dict(stored)
        names = map(subject_of, entry.aliases) if is_page(entry) else ()
        return Shown(group, entry, lowered(entry.body), frozenset(names))

    def _offset(self, name: str) -> int:
        """Where a section begins in the raw data, for searches that must not copy."""
        header = 16 + int.from_bytes(self._raw[8:16], "little")
        places = json.loads(bytes(self._raw[16:header]))["sections"]
        return int(header + places[name][1])


class Words:
    """A sorted list of words."""

    def __init__(self, parts: dict[str, memoryview], name: str) -> None:
        """Take the words and their ends out of a table's sections."""
        self.blob = parts[name]
        self._ends = parts[f"{name}_ends"]

    def __len__(self) -> int:
        """How many words there are."""
        return len(self._ends)

    def __getitem__(self, number: int) -> bytes:
        """The word of this number, as UTF-8."""
        start, end = _range(self._ends, number)
        return bytes(self.blob[start : end - 1])

    def length(self, number: int) -> int:
        """How many bytes the word of this number has."""
        start, end = _range(self._ends, number)
        return end - start - 1

    def find(self, word: str) -> int:
        """The number of a word, or -1."""
        wanted = word.encode("utf-8", "surrogatepass")
        at = self._first(wanted)
        return at if at < len(self) and self[at] == wanted else -1

    def span(self, prefix: str) -> range:
        """The numbers of the words that begin with `prefix`."""
        wanted = prefix.encode("utf-8", "surrogatepass")
        return range(self._first(wanted), self._first(wanted + b"\xff"))

    def _first(self, wanted: bytes) -> int:
        """The number of the first word that is not less than `wanted`."""
        low, high = 0, len(self._ends)
        while low < high:
            middle = (low + high) // 2
            if self[middle] < wanted:
                low = middle + 1
            else:
                high = middle
        return low


def _range(ends: memoryview, number: int) -> tuple[int, int]:
    return (ends[number - 1] if number else 0), ends[number]
