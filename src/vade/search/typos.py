"""How far two words are from each other, as fingers go."""

from __future__ import annotations

from functools import cache

__all__ = ["distance", "distance_of_beginning"]

_ROWS = ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEXT_KEY = 0.7
"""A neighbouring key hit instead costs less than any other letter."""
_SWAPPED = 0.8
_LEFT_OUT = 0.75
"""A letter that was not typed: `limting`, `transction`."""
_FIRST_LETTER = 0.2
"""People seldom miss the first letter."""


def distance(one: str, other: str, most: int) -> float:
    """Return how many slips lead from `one` to `other`: letters lost, added, changed, swapped.

    The optimal string alignment distance (Boytsov 2011), with lesser costs for common slips.
    What is certainly above `most` is returned as `most` + 1.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    return _last_row(one, other, most)[-1] + _first(one, other)


def distance_of_beginning(one: str, other: str, most: int) -> float:
    """Return the distance from `one` to the beginning of `other` that is nearest to it."""
    other = other[: len(one) + most]
    return min(_last_row(one, other, most)[len(one) - 1 :]) + _first(one, other)


def _first(one: str, other: str) -> float:
    return _FIRST_LETTER if one[:1] != other[:1] else 0.0


def _last_row(one: str, other: str, most: int) -> list[float]:
    """The distances from `one` to each beginning of `other`, right where they are up to `most`."""
    far = float(most + 1)
    width = len(other)
    before: list[float] = []
    row: list[float] = [float(n) for n in range(width + 1)]
    for i, a in enumerate(one, 1):
        near = _neighbours(a)
        before, last = row, before
        row = [float(i)] + [far] * width
        for j in range(max(1, i - most), min(width, i + most) + 1):
            b = other[j - 1]
            cost = 0.0 if a == b else _NEXT_KEY if b in near else 1.0
            best = min(before[j] + 1, row[j - 1] + _LEFT_OUT, before[j - 1] + cost)
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, last[j - 2] + _SWAPPED)
            row[j] = best
        if min(row) > most:
            return [far] * (width + 1)
    return row


@cache
def _neighbours(letter: str) -> str:
    """The keys around a key of an English keyboard."""
    for index, keys in enumerate(_ROWS):
        at = keys.find(letter)
        if at >= 0:
            above = _ROWS[index - 1][at : at + 2] if index else ""
            below = _ROWS[index + 1][max(0, at - 1) : at + 1] if index < len(_ROWS) - 1 else ""
            return keys[max(0, at - 1) : at + 2] + above + below
    return ""
