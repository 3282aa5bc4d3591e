"""Text to words, the same for what is indexed and what is asked: code-aware, accent-blind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from whoosh.lang.porter import stem

__all__ = [
    "CHUNK", "Piece", "fold", "forms_of", "lowered", "pieces", "prefix_end", "stem_of", "words_in",
]  # fmt: skip

_MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u0900-\u0903\u093a-\u094f"
CHUNK = re.compile(rf"[^\W_]\w*(?:(?:[{_MARKS}]|[.'’+-](?=[^\W_])|[+#]+(?!\w))\w*)*")
"""A run of text without a gap: a word, a compound, a name with dots."""
_PART = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+")
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af"
_FOREIGN_PART = re.compile(rf"[{_CJK}]|\d+|(?:[^\W\d_{_CJK}]|[{_MARKS}])+")
_FOREIGN_LETTER = re.compile(r"[^\x00-\x7f\u2000-\u2bff]")
"""What is not ASCII and none of the signs that English text has: dashes, dots, arrows, boxes."""
_JOINTS = re.compile(r"(?<!\d)[.]|[.](?!\d)|[-_'’]")
_LONGEST = 64
"""Characters of a word that are kept; longer ones are keys and hashes that nobody types."""

Piece = tuple[str, int, int, int]
"""A word as it is indexed, where it starts and ends in the text, and its position in words."""


def pieces(text: str) -> Iterator[Piece]:
    """Yield the words of `text` folded, compounds whole and by part.

    `HTTPException` gives httpexception, http, exception; `req.params.id` reqparamsid, req, params,
    id. A whole and its first part share a position. Offsets count code points.
    """
    position = 0
    for chunk in CHUNK.finditer(text):
        start = chunk.start()
        forms = _pieces(chunk.group())
        for word, begin, end, offset in forms:
            yield word, start + begin, start + end, position + offset
        position += forms[-1][3] + 1


def words_in(text: str) -> tuple[tuple[str, ...], ...]:
    """Return for each chunk of `text` its forms: the whole first, then the parts, if any."""
    return tuple(map(forms_of, CHUNK.findall(text)))


def forms_of(chunk: str) -> tuple[str, ...]:
    """Return the forms of one chunk: the whole first, then its parts, if any."""
    if _is_one_word(chunk):
        return (chunk.lower()[:_LONGEST],)
    whole = fold(chunk)
    whole = _joined(whole)[:_LONGEST] or whole
    parts = [fold(part)[:_LONGEST] for part in _part_of(chunk).findall(chunk)]
    parts = [part for part in parts if part]
    return (whole, *parts) if len(parts) > 1 else (whole,)


def fold(text: str) -> str:
    """Return `text` in lower case, without accents."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def lowered(text: str) -> str:
    """Return `text` folded letter by letter, so that offsets stay what they are."""
    if text.isascii() or not _FOREIGN_LETTER.search(text):
        low = text.lower()
        if len(low) == len(text):
            return low
    return "".join(map(_letter, text))


@lru_cache(maxsize=4096)
def _letter(letter: str) -> str:
    return (fold(letter) or letter)[:1]


@lru_cache(maxsize=65536)
def stem_of(word: str) -> str:
    """Return the Porter stem of an English word; other words as they are."""
    return str(stem(word)) if len(word) > 3 and word.isascii() and word.isalpha() else word


def prefix_end(text: str, start: int, end: int, prefix: str) -> int:
    """Return where `prefix` ends in the word that stands at `start:end`, in code points."""
    plain = start + len(prefix)
    if text.isascii() and text[start:plain].lower() == prefix:
        return plain
    seen = 0
    for at in range(start, end):
        seen += len(_joined(fold(text[at])))
        following = fold(text[at + 1]) if at + 1 < end else "."
        if seen >= len(prefix) and following:
            return at + 1
    return end


@lru_cache(maxsize=65536)
def _pieces(chunk: str) -> tuple[Piece, ...]:
    whole, *parts = forms_of(chunk)
    first = (whole, 0, len(chunk), 0)
    if not parts:
        return (first,)
    found = [part.span() for part in _part_of(chunk).finditer(chunk) if fold(part.group())]
    placed = enumerate(zip(parts, found, strict=True))
    return (first, *((word, *span, at) for at, (word, span) in placed))


def _part_of(chunk: str) -> re.Pattern[str]:
    return _PART if chunk.isascii() else _FOREIGN_PART


def _is_one_word(chunk: str) -> bool:
    """Whether a chunk is plainly no compound, as most are."""
    if not (chunk.isascii() and chunk.isalpha()):
        return False
    return chunk[1:].islower() or chunk.isupper() or len(chunk) == 1


def _joined(word: str) -> str:
    """Take out what joins the parts of a compound, so that its spellings are one word."""
    return _JOINTS.sub("", word.removesuffix("'s"))
