"""What the Whoosh index is made of: the words of its fields, and the entries that have each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import chain

from vade.library.entry import Entry
from vade.search.analysis import CHUNK, forms_of
from vade.search.inverted import NUMBER, Postings
from vade.search.record import only_links
from vade.text import kebab

__all__ = ["Fact", "Fields", "facts", "fields"]

Fact = tuple[str, str, str, str, str, str]
"""Of one entry title, code, kind, language, area and pack."""
Fields = Mapping[str, Mapping[str, Sequence[int]]]
"""The words of each field, and the numbers of the entries that have each, in order."""


def facts(entries: Iterable[Entry]) -> list[Fact]:
    """Return what the index needs of entries beside their postings."""
    return [
        (
            *(("", "") if only_links(e) else (e.title, e.code)),
            e.kind.value, e.language, e.area, e.pack,
        )
        for e in entries
    ]  # fmt: skip


def fields(facts: Sequence[Fact], postings: Postings) -> Fields:
    """Return the words of each field."""
    titles, codes, *facets = zip(*facts, strict=True) if facts else [()] * 6
    forms = cache(forms_of)

    def words(text: str) -> set[str]:
        """The different words of a text, compounds whole and by part."""
        return set(chain.from_iterable(map(forms, CHUNK.findall(text))))

    return {
        "words": {word: [n & NUMBER for n in found] for word, found in postings.items()},
        "title": _numbered(map(words, titles)),
        "code": _numbered(map(words, codes)),
        **{
            name: _numbered(filter(None, (kebab(value),)) for value in values)
            for name, values in zip(("kind", "lang", "area", "pack"), facets, strict=True)
        },
    }


def _numbered(values: Iterable[Iterable[str]]) -> dict[str, Sequence[int]]:
    """Return the numbers of the entries that have each value, given the values of each entry."""
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(values):
        for word in words:
            numbers[word].append(number)
    return dict(numbers)
