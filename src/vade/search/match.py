"""A term to the entries that have it, and what it says about each: from 0 to 255.

Exact words count whole, words of the same stem less, words that only begin so less still.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import neg

from vade.search.analysis import stem_of
from vade.search.language import Term
from vade.search.table import Posting, Table
from vade.search.table.layout import SHORT

__all__ = ["Scores", "match", "narrowed", "of_phrase", "of_prefix"]

Scores = dict[int, int]
"""Entry number to what the term says about it."""

_STEM, _PARTS, _PREFIX = 0.8, 0.75, 0.6
_MOST_WORDS = 600
"""The most words that a prefix is taken for."""
_MOST_EACH = 2000
"""The most entries of each of them; they are the best ones."""
_READ_FIRST, _READ_MORE = 300, 4
"""How many entries of each word of a phrase are read first, and how many times more then."""
_IN_TITLE, _IN_BODY = 110, 30
"""What a short prefix says, found in the text and not by word."""


def match(table: Table, term: Term) -> Scores:
    """Return all entries that have `term`; of an unfinished word, the best ones."""
    if term.phrase:
        return _phrase(table, term)
    forms = term.words[0]
    found = of_prefix(table, forms[0]) if term.prefix else {}
    if len(forms) > 1:
        _keep_best(found, _phrase(table, term, _PARTS))
    exact = table.words.find(forms[0])
    for mate in table.stem_mates(stem_of(forms[0])):
        if mate != exact:
            _keep_best(found, _word(table, mate, _STEM))
    _keep_best(found, _word(table, exact))
    return found


def of_prefix(table: Table, prefix: str) -> Scores:
    """Return the best entries with a word that begins with `prefix`."""
    if len(prefix) <= SHORT:
        numbers, impacts = table.top(prefix)
        return dict(zip(numbers, _scaled(impacts, _PREFIX), strict=True))
    span: Sequence[int] = table.words.span(prefix)
    if len(span) > _MOST_WORDS:
        span = sorted(span, key=table.frequency)[-_MOST_WORDS:]
    lists = []
    for word in span:
        numbers, impacts = table.posting(word)
        lists.append((impacts[0], numbers[:_MOST_EACH], impacts[:_MOST_EACH]))
    found: Scores = {}
    for _, numbers, impacts in sorted(lists, key=lambda each: each[0]):
        found.update(zip(numbers, _scaled(impacts, _PREFIX), strict=True))
    return found


def narrowed(table: Table, prefix: str, among: Iterable[int]) -> Scores:
    """Return those of `among` whose text has a word that begins with `prefix`."""
    needle = f" {prefix}".encode("utf-8", "surrogatepass")
    found: Scores = {}
    for number in among:
        place = table.has_text(number, needle)
        if place:
            found[number] = _IN_TITLE if place == 2 else _IN_BODY
    return found


def of_phrase(table: Table, term: Term, enough: int) -> Scores:
    """Return the best entries that have a phrase of whole words: `enough`, if so many have it.

    A phrase says of an entry what the least of its words says, and each word's entries stand in
    order: they are read from the top, a longer piece each time, until no other can be better.
    """
    postings = [table.posting(w) for w in map(table.words.find, term.parts) if w >= 0]
    if len(postings) < max(2, len(term.parts)):
        return match(table, term)
    needle = _needle(term)
    found: Scores = {}
    above, depth = 256, _READ_FIRST
    while above > 0 and len(found) < enough:
        before, above = above, max(_below(impacts, depth) for _, impacts in postings)
        least = _least([_until(posting, above) for posting in postings])
        fresh = [number for number, value in least.items() if value <= before]
        found.update((n, least[n]) for n in table.holding(sorted(fresh), needle))
        depth *= _READ_MORE if len(found) > enough // _READ_MORE else table.count
    return found


def _below(impacts: memoryview, depth: int) -> int:
    """The highest impact that is not read whole when `depth` entries are read; 0 for none."""
    return impacts[depth] if depth < len(impacts) else 0


def _until(posting: Posting, above: int) -> Scores:
    """The entries of which a word says more than `above`."""
    numbers, impacts = posting
    end = bisect_left(impacts, -above, key=neg) if above else len(impacts)
    return dict(zip(numbers[:end], bytes(impacts[:end]), strict=True))


def _least(lists: Sequence[Scores]) -> Scores:
    """The entries that are in all lists, and the least of what is said about each."""
    few, *others = sorted(lists, key=len)
    for more in others:
        few = {n: v if v < more[n] else more[n] for n, v in few.items() if n in more}
    return few


def _needle(term: Term) -> bytes:
    end = "" if term.prefix else " "
    return f" {' '.join(term.parts)}{end}".encode("utf-8", "surrogatepass")


def _word(table: Table, word: int, factor: float = 1.0) -> Scores:
    if word < 0:
        return {}
    numbers, impacts = table.posting(word)
    return dict(zip(numbers, _scaled(impacts, factor), strict=True))


def _phrase(table: Table, term: Term, factor: float = 1.0) -> Scores:
    parts = term.parts
    found: Scores | None = None
    for at, part in enumerate(parts):
        last = term.prefix and at == len(parts) - 1
        if last and len(part) <= SHORT and found is not None:
            break
        scores = of_prefix(table, part) if last else _word(table, table.words.find(part), factor)
        found = scores if found is None else _least((found, scores))
    if not found or len(parts) == 1:
        return found or {}
    return {n: found[n] for n in table.holding(found, _needle(term))}


def _keep_best(found: Scores, more: Scores) -> None:
    """Add `more` to `found`; where an entry is in both, the higher value stays."""
    for number in found.keys() & more.keys():
        more[number] = max(more[number], found[number])
    found.update(more)


def _scaled(impacts: memoryview, factor: float) -> bytes:
    raw = bytes(impacts)
    return raw if factor == 1.0 else raw.translate(_scale(factor))


@lru_cache(maxsize=8)
def _scale(factor: float) -> bytes:
    """A table that scales impacts, none of them to nothing."""
    return bytes(max(1, int(n * factor)) for n in range(256))
