"""A text as words and how often each stands in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from vade.search.analysis import CHUNK, forms_of

__all__ = ["Counted", "Counting"]


class Counted(NamedTuple):
    """What the index needs of a text."""

    plain: str
    """Its folded words in order, compounds by part."""
    length: int
    """How many words it has, a compound as one."""
    wholes: Mapping[str, int]
    """How often each word stands in it, compounds whole."""
    parts: Mapping[str, int]
    """How often each part of a compound does."""


_KEPT = 512
_NOTHING = Counted("", 0, {}, {})


class Counting:
    """Counts texts. It keeps the last ones, as a page counts all that is below it once more."""

    def __init__(self) -> None:
        """Begin with nothing seen."""
        self._forms = _Forms()
        self.counted = lru_cache(maxsize=_KEPT)(self._counted)

    def _counted(self, text: str) -> Counted:
        chunks = CHUNK.findall(text)
        if not chunks:
            return _NOTHING
        wholes, parts, plain = zip(*map(self._forms.__getitem__, chunks), strict=True)
        every = Counter(chain.from_iterable(parts)) if any(parts) else {}
        return Counted(" ".join(plain), len(chunks), Counter(wholes), every)


class _Forms(dict[str, tuple[str, tuple[str, ...], str]]):
    """A chunk to its word whole, the parts of a compound, and those as a text."""

    def __missing__(self, chunk: str) -> tuple[str, tuple[str, ...], str]:
        whole, *parts = forms_of(chunk)
        found = self[chunk] = whole, tuple(parts), " ".join(parts) or whole
        return found
