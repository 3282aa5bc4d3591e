"""Names of reviews: short, sorted by time, never the same twice."""

from __future__ import annotations

import secrets
import time

__all__ = ["ALPHABET", "new_id"]

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter that looks like a digit."""


def new_id() -> str:
    """Return a new id: ten characters of time in milliseconds, four of chance."""
    number = (time.time_ns() // 1_000_000 << 20) | secrets.randbits(20)
    return "".join(ALPHABET[number >> shift & 31] for shift in range(65, -1, -5))
