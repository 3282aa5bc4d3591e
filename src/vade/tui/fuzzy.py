"""Finding a path by some of its letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

__all__ = ["fuzzy"]


def fuzzy(typed: str, names: Sequence[str], most: int = 200) -> list[str]:
    """Return the names that hold the typed letters in order, the closest first.

    Each word must be found; in the last part of a path it counts more, whole more than scattered.
    """
    words = typed.casefold().split()
    if not words:
        return list(names[:most])
    scattered = [re.compile(".*?".join(map(re.escape, word))) for word in words]
    ranked = []
    for n, name in enumerate(names):
        folded = name.casefold()
        if all(pattern.search(folded) for pattern in scattered):
            ranked.append((_distance(words, folded), len(name), n, name))
    return [name for *_, name in sorted(ranked)[:most]]


def _distance(words: Iterable[str], name: str) -> int:
    last = name.rpartition("/")[2]
    total = 0
    for word in words:
        if last.startswith(word):
            continue
        total += 1 if word in last else 2 if word in name else 4
    return total
