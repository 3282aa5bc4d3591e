"""What people do with a search box: type letter by letter, slip, go back, paste."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from vade.library.entry import Entry

__all__ = ["HOSTILE", "keystrokes", "phrases", "several_words"]

_TYPED = (
    "auth", "authentcation", "rate limiting", "sql injection", "connection pool", "fastapi",
    "express middleware", "n+1", "how do I stop sql injection", "redis cache ttl", "jwt refresh",
    "pagination cursor", "deadlock", "csrf token", "docker compose", "kubernetes probe",
    "kind:pattern lang:python retry", "title:cors", "webhook signature", "test database",
    "error handler", "async session", "password hash", "in:security headers", "react component",
    "idempotency key", "data pipeline", "graceful sh", "req.params.id", "SELECT FOR UPDATE",
)  # fmt: skip
_PASTED = (
    "sqlalchemy.exc.TimeoutError: QueuePool limit of size 5 overflow 10 reached, timed out",
    "has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present",
)
_SLIPS = 0.08
_WORD = re.compile(r"[a-z]{3,}")
HOSTILE = (
    "a " * 128, "*" * 256, "(" * 256, '"' * 255, "-" * 256, "a b c d e f g h i j k l m n",
    "-a " * 60, 'title:"a" ' * 20, "code:a code:e code:s code:t", "kind:" * 50, "NOT NOT NOT a",
    "the of and to in a is for on with as by", "a* e* s* t* ?* [a-z]*", '"a b" "the of" "to a"',
    "\x00\x1b[31m" * 20, "é" * 256, "\U0001f600" * 256, "字" * 256, "a-b-c-d-e-f-g-h-i-j-k-l-m-n",
    "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p", "x" * 256, "q", "e", "s", "th", "error user data code use",
    "-zzz -qqq -error", "authenticatoin databsae conection recieve seperate occured retreive",
    "zqxjk vwpyf bgmrz qqqqq wwwww eeeee rrrrr ttttt", 'pack:"" kind:"" lang:""',
    "kind:pattern kind:check kind:topic -lang:python -lang:bash e", "a" * 60 + " " + "b" * 60,
    "data data data data data data data data data data data data", "in:a", "-in:a -kind:a e",
    'code:"the data"', 'title:"the data', "user us use data da error er", "\u202e\u0300" * 100,
)  # fmt: skip
"""Queries that hurt, or would hurt a careless engine."""


def keystrokes(seed: int = 6) -> Iterator[str]:
    """Yield what stands in the box after each key."""
    dice = random.Random(seed)
    for text in _TYPED:
        for at in range(1, len(text) + 1):
            yield text[:at]
            if dice.random() < _SLIPS:
                yield text[:at] + dice.choice("etaoinshr")
                yield text[:at]
    yield from _PASTED


def several_words(entries: Sequence[Entry], count: int, seed: int = 6) -> list[str]:
    """Return queries of two to four words that stand together in some entry."""
    dice = random.Random(seed)
    made = []
    while len(made) < count:
        words = sorted(set(_WORD.findall(dice.choice(entries).body.lower())))
        if len(words) >= 8:
            made.append(" ".join(dice.sample(words, dice.randint(2, 4))) + " ")
    return made


def phrases(entries: Sequence[Entry], count: int, seed: int = 6) -> list[str]:
    """Return phrases of two words that stand in some entry."""
    dice = random.Random(seed)
    made = []
    while len(made) < count:
        line = dice.choice(dice.choice(entries).body.split("\n")).lower()
        pairs = [" ".join(pair) for pair in pairwise(line.split()) if _plain(*pair)]
        if pairs:
            made.append(dice.choice(pairs))
    return made


def _plain(one: str, other: str) -> bool:
    return bool(_WORD.fullmatch(one) and _WORD.fullmatch(other))
