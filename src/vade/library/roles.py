"""What a heading means: expertise, approach, patterns, checklist, when to use, or nothing known."""

from __future__ import annotations

import functools
import re
from enum import StrEnum

__all__ = ["Role", "role_of"]


class Role(StrEnum):
    """What the entries under a heading are."""

    EXPERTISE = "expertise"
    APPROACH = "approach"
    PATTERNS = "patterns"
    CHECKLIST = "checklist"
    WHEN = "when"
    GENERIC = "generic"


_NOISE = re.compile(r"^[\W\d_]+|^your\s+|[\W_]+$", re.IGNORECASE)
_RULES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (Role.WHEN, re.compile(r"^when (you should|to|should) |^when to use|^use cases?$|^use when")),
    (
        Role.CHECKLIST,
        re.compile(r"check ?list|^checks$|^verification$|definition of done|^before (a|each)"),
    ),
    (Role.PATTERNS, re.compile(r"\bpatterns?\b|\bexamples?\b|\btemplates?\b")),
    (
        Role.EXPERTISE,
        re.compile(r"expertise|focus areas?|capabilities|competenc(y|ies)|^knowledge"),
    ),
    (
        Role.APPROACH,
        re.compile(r"approach|workflow|\bprocess\b|philosophy|principles|mindset"),
    ),
)


@functools.lru_cache(maxsize=4096)
def role_of(heading: str) -> Role:
    """Return the role of a heading, after dropping emoji, numbers and "Your"."""
    before, name = "", heading.strip()
    while name != before:
        before, name = name, _NOISE.sub("", name).strip()
    folded = name.casefold()
    return next((role for role, rule in _RULES if rule.search(folded)), Role.GENERIC)
