"""Path patterns of a check, such as `**/routes/*.ts`; none of them takes long, whoever wrote it."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Glob"]


@dataclass(frozen=True, slots=True)
class Glob:
    """A pattern: `**` crosses folders, `*` and `?` do not; without `/` any folder will do."""

    parts: tuple[re.Pattern[str] | None, ...]
    """One expression for each folder and the name; None for `**`."""

    @classmethod
    def of(cls, pattern: str) -> Glob:
        """Read a pattern."""
        parts = pattern.split("/") if "/" in pattern else ["**", pattern]
        return cls(tuple(None if part == "**" else _expression(part) for part in parts))

    def fits(self, path: str) -> bool:
        """Whether a path, with `/`, is of this pattern."""
        names = path.split("/")
        ends = {0}
        for part in self.parts:
            if part is None:
                ends = set(range(min(ends), len(names) + 1))
            else:
                ends = {n + 1 for n in ends if n < len(names) and part.fullmatch(names[n])}
            if not ends:
                return False
        return len(names) in ends


def _expression(part: str) -> re.Pattern[str]:
    """Where a text between two `*` fits first is as good as any place: none is tried twice."""
    texts = ["".join("." if c == "?" else re.escape(c) for c in t) for t in re.split(r"\*+", part)]
    first, *rest = texts
    if not rest:
        return re.compile(first, re.DOTALL)
    *middle, last = rest
    between = "".join(f"(?>.*?{text})" for text in middle)
    return re.compile(f"{first}{between}.*{last}", re.DOTALL)
