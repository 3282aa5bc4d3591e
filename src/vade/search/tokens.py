"""Text to tokens, the same for what is indexed and what is asked: code-aware, accent-blind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from whoosh.lang.porter import stem

__all__ = ["Token", "fold", "stem_of", "tokens"]

_CHUNK = re.compile(r"[^\W_][\w.+#-]*[\w+#]|\w", re.UNICODE)
_PART = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+|[^\W\dA-Za-z_]+")


@dataclass(frozen=True, slots=True)
class Token:
    """One word, or a part of one, and where it stands."""

    text: str
    start: int
    """Offset in code points."""
    end: int
    position: int
    """Words count up; a whole and its first part share a position."""


def tokens(text: str) -> Iterator[Token]:
    """Yield the words of `text` in lower case without accents, compounds whole and by part.

    `HTTPException` gives httpexception, http, exception; `req.params.id` itself and its parts.
    """
    position = 0
    for chunk in _CHUNK.finditer(text):
        start, end, whole = chunk.start(), chunk.end(), chunk.group()
        parts = list(_PART.finditer(whole))
        yield Token(fold(whole), start, end, position)
        if len(parts) > 1:
            for offset, part in enumerate(parts):
                begin = start + part.start()
                yield Token(fold(part.group()), begin, start + part.end(), position + offset)
        position += max(1, len(parts))


def fold(text: str) -> str:
    """Return `text` in lower case, without accents."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def stem_of(word: str) -> str:
    """Return the Porter stem of an English word; other words as they are."""
    return str(stem(word)) if word.isascii() and word.isalpha() and len(word) > 3 else word
