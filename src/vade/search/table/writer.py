"""Records to the bytes of a table."""

from __future__ import annotations

import json
import sys
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain

from vade.library.codec import to_dict
from vade.library.entry import Entry
from vade.search.analysis import stem_of
from vade.search.inverted import NUMBER, Postings
from vade.search.record import HEAD_END, MOST, Record
from vade.search.table.layout import LONGEST, SHORT, SHORTEST, TOP, Section, grams, joined

__all__ = ["pack"]

_LOW, _HIGH = (0, 1) if sys.byteorder == "little" else (1, 0)
"""Where the halves of a posting lie."""
_IMPACT = bytes(MOST - n for n in range(256))


def pack(entries: Sequence[Entry], records: Sequence[Record], postings: Postings) -> bytes:
    """Return the table of entries, their records and the postings of those."""
    words = sorted(postings)
    best = {word: sorted(postings[word]) for word in words}
    return joined(
        {
            **_vocabulary("word", words),
            **_lists("", best.values()),
            **_stems(words),
            **_tops(best),
            **_grams(words),
            **_blobs("text", [record.text.encode() for record in records]),
            "heads": array("I", [_head(record) for record in records]),
            **_blobs("entry", [_stored(e, r) for e, r in zip(entries, records, strict=True)]),
        }
    )


def _lists(name: str, lists: Iterable[Sequence[int]]) -> dict[str, Section]:
    """Lay lists of postings out as numbers and impacts."""
    found = list(lists)
    every = array("Q", chain.from_iterable(found))
    ends = array("I", accumulate(map(len, found)))
    halves = array("I", every.tobytes())
    return {
        f"{name}numbers": halves[_LOW::2],
        f"{name}impacts": bytes(halves[_HIGH::2].tolist()).translate(_IMPACT),
        f"{name}list_ends": ends,
    }


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


def _tops(postings: Postings) -> dict[str, Section]:
    """List the best entries of each short prefix: it matches half of all, and few are read.

    Args:
        postings: The best of each word first, and the words sorted.
    """
    lists: dict[str, list[int]] = {word: found[:TOP] for word, found in postings.items()}
    tops: dict[str, list[int]] = {}
    for length in range(SHORT, 0, -1):
        merged: defaultdict[str, list[int]] = defaultdict(list)
        for word, found in lists.items():
            merged[word[:length]] += found
        lists = {prefix: _top(found) for prefix, found in merged.items()}
        tops |= {prefix: found for prefix, found in lists.items() if len(prefix) == length}
    prefixes = sorted(tops)
    return {**_vocabulary("top", prefixes), **_lists("top_", [tops[p] for p in prefixes])}


def _top(postings: list[int]) -> list[int]:
    """The best posting of each of the best entries."""
    best: dict[int, int] = {}
    for posting in sorted(postings):
        best.setdefault(posting & NUMBER, posting)
        if len(best) == TOP:
            break
    return list(best.values())


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


def _head(record: Record) -> int:
    return len(record.text.partition(HEAD_END)[0].encode())


def _stored(entry: Entry, record: Record) -> bytes:
    return json.dumps([record.group, to_dict(entry)], ensure_ascii=False).encode(
        "utf-8", "surrogatepass"
    )


def _blobs(name: str, blobs: Iterable[bytes]) -> dict[str, Section]:
    found = list(blobs)
    return {name: b"".join(found), f"{name}_ends": array("I", accumulate(map(len, found)))}
