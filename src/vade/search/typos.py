"""How far two words are from each other, as fingers go."""

from __future__ import annotations

__all__ = ["distance"]

_ROWS = ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEXT_KEY = 0.7
"""A neighbouring key hit instead costs less than any other letter."""
_SWAPPED = 0.8
_FIRST_LETTER = 0.2
"""People seldom miss the first letter."""


def distance(one: str, other: str, most: float) -> float:
    """Return how many slips lead from `one` to `other`: letters lost, added, changed, swapped.

    The optimal string alignment distance (Boytsov 2011), with lesser costs for common slips.
    Anything above `most` is returned as `most` + 1.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[float] = []
    row: list[float] = [float(n) for n in range(len(other) + 1)]
    for i, a in enumerate(one, 1):
        before, last, row = row, before, [float(i)]
        for j, b in enumerate(other, 1):
            cost = 0.0 if a == b else _slip(a, b)
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + cost)
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, last[j - 2] + _SWAPPED)
            row.append(best)
        if min(row) > most:
            return most + 1
    first = _FIRST_LETTER if one[:1] != other[:1] else 0.0
    return row[-1] + first if row[-1] <= most else most + 1


def _slip(a: str, b: str) -> float:
    for index, keys in enumerate(_ROWS):
        at = keys.find(a)
        if at >= 0:
            near = keys[max(0, at - 1) : at + 2]
            above = _ROWS[index - 1][at : at + 2] if index else ""
            below = _ROWS[index + 1][max(0, at - 1) : at + 1] if index + 1 < len(_ROWS) else ""
            return _NEXT_KEY if b in near + above + below else 1.0
    return 1.0
