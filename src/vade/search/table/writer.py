"""Records to the bytes of a table."""

from __future__ import annotations

import heapq
import json
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from vade.library.codec import to_dict
from vade.library.entry import Entry
from vade.search.analysis import stem_of
from vade.search.record import HEAD_END, Record
from vade.search.table.layout import LONGEST, SHORT, SHORTEST, TOP, Section, grams, joined
from vade.text import kebab

__all__ = ["pack"]

Postings = Mapping[str, list[int]]
"""Each word's entries as impact × 2³² + the entry's complement, so that numbers sort as wanted."""
_LOW = 0xFFFFFFFF


def pack(entries: Sequence[Entry], records: Sequence[Record]) -> bytes:
    """Return the table of entries and their records."""
    postings = _postings(records)
    words = sorted(postings)
    return joined(
        {
            **_vocabulary("word", words),
            **_lists(postings, words),
            **_stems(words),
            **_tops(postings, words),
            **_grams(words),
            **_facets(entries),
            **_blobs("text", [record.text.encode() for record in records]),
            "heads": array("I", [_head(record) for record in records]),
            **_blobs("entry", [_stored(e, r) for e, r in zip(entries, records, strict=True)]),
        }
    )


def _postings(records: Sequence[Record]) -> Postings:
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for number, record in enumerate(records):
        low = _LOW - number
        for word, weight in record.words.items():
            postings[word].append(int(weight * 255) << 32 | low)
    for found in postings.values():
        found.sort(reverse=True)
    return postings


def _lists(postings: Postings, words: Sequence[str]) -> dict[str, Section]:
    numbers, impacts, ends = array("I"), bytearray(), array("I")
    for word in words:
        found = postings[word]
        numbers.extend([_LOW - (n & _LOW) for n in found])
        impacts.extend([max(1, n >> 32) for n in found])
        ends.append(len(numbers))
    return {"numbers": numbers, "impacts": impacts, "list_ends": ends}


def _vocabulary(name: str, words: Iterable[str]) -> dict[str, Section]:
    return _blobs(name, [word.encode() + b"\n" for word in words])


def _stems(words: Sequence[str]) -> dict[str, Section]:
    """List the words that share a stem, for stems that are not just the one word."""
    classes: defaultdict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(words):
        classes[stem_of(word)].append(number)
    shared = {s: m for s, m in classes.items() if len(m) > 1 or words[m[0]] != s}
    members, ends = array("I"), array("I")
    for stem in sorted(shared):
        members.extend(shared[stem])
        ends.append(len(members))
    return {**_vocabulary("stem", sorted(shared)), "members": members, "member_ends": ends}


def _tops(postings: Postings, words: Sequence[str]) -> dict[str, Section]:
    """List the best entries of each short prefix: it matches half of all, and few are read."""
    lists: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for word in sorted(words, key=lambda w: postings[w][0]):
        best = {n & _LOW: n for n in postings[word][:TOP]}
        for length in range(1, min(SHORT, len(word)) + 1):
            lists[word[:length]] |= best
    numbers, impacts, ends = array("I"), bytearray(), array("I")
    for prefix in sorted(lists):
        best_of = heapq.nlargest(TOP, lists[prefix].values())
        numbers.extend([_LOW - (n & _LOW) for n in best_of])
        impacts.extend([max(1, n >> 32) for n in best_of])
        ends.append(len(numbers))
    made: dict[str, Section] = {
        "top_numbers": numbers,
        "top_impacts": impacts,
        "top_list_ends": ends,
    }
    return {**_vocabulary("top", sorted(lists)), **made}


def _grams(words: Sequence[str]) -> dict[str, Section]:
    """List the words that hold each pair of letters: where to look for what was misspelt."""
    lists: defaultdict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(words):
        if SHORTEST <= len(word) <= LONGEST and not word.isdigit():
            for gram in grams(word):
                lists[gram].append(number)
    members, ends = array("I"), array("I")
    for gram in sorted(lists):
        members.extend(lists[gram])
        ends.append(len(members))
    return {**_vocabulary("gram", sorted(lists)), "gram_words": members, "gram_words_ends": ends}


def _facets(entries: Sequence[Entry]) -> dict[str, Section]:
    made: dict[str, Section] = {}
    for name in ("kind", "lang", "area", "pack"):
        shown = [_facet(entry, name) for entry in entries]
        values = sorted(set(shown))
        index = {value: n for n, value in enumerate(values)}
        made[f"{name}_of"] = array("H", [index[value] for value in shown])
        made[f"{name}_values"] = json.dumps([[v, kebab(v)] for v in values]).encode()
    return made


def _facet(entry: Entry, name: str) -> str:
    match name:
        case "kind":
            return entry.kind.value
        case "lang":
            return entry.language
        case "area":
            return entry.area
        case _:
            return entry.pack


def _head(record: Record) -> int:
    return len(record.text.partition(HEAD_END)[0].encode())


def _stored(entry: Entry, record: Record) -> bytes:
    return json.dumps([record.group, to_dict(entry)], ensure_ascii=False).encode(
        "utf-8", "surrogatepass"
    )


def _blobs(name: str, blobs: Iterable[bytes]) -> dict[str, Section]:
    data, ends = bytearray(), array("I")
    for blob in blobs:
        data += blob
        ends.append(len(data))
    return {name: data, f"{name}_ends": ends}
