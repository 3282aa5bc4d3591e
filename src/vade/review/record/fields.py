"""One-line parts of an item: lists whose own commas are escaped."""

from __future__ import annotations

import re
from datetime import date

from vade.errors import VadeError
from vade.review.model import Previous, Severity, State
from vade.review.record.escape import unescape
from vade.review.spelling import as_state

__all__ = ["fields", "is_day", "read_last", "read_owner", "read_severity"]

_FIELD = re.compile(r"((?:\\.|[^,\\]|\\$)*)(?:,|$)")


def fields(text: str) -> list[str]:
    """Return the parts of a list with commas, those that were escaped not splitting."""
    parts = [unescape(part.strip()) for part in _FIELD.findall(text)]
    return [part for part in parts if part]


def is_day(text: str) -> bool:
    """Whether `text` is a day as `YYYY-MM-DD`."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == 10


def read_owner(text: str) -> tuple[str, date | None]:
    """Return who does a follow-up, and by when."""
    parts = fields(text)
    days = [p.removeprefix("due ") for p in parts[-1:] if is_day(p.removeprefix("due "))]
    due = date.fromisoformat(days[0]) if days and parts[-1].startswith("due ") else None
    names = parts[:-1] if due else parts
    return ", ".join(names), due


def read_last(text: str, reason: str) -> Previous | None:
    """Return the previous answer that a "last time" line names; None where it names none."""
    parts = fields(text)
    try:
        state = as_state(parts[0]) if parts else State.UNANSWERED
    except VadeError:
        return None
    days = [p for p in parts[1:2] if is_day(p)]
    names = [p.removeprefix("by ") for p in parts[1:3] if p.startswith("by ")]
    return Previous(
        state=state,
        reason=reason,
        by=names[0] if names else "",
        on=date.fromisoformat(days[0]) if days else None,
        text_changed="text changed" in parts,
        evidence_changed="evidence changed" in parts,
    )


def read_severity(text: str) -> tuple[Severity | None, Severity | None]:
    """Return the severity that was set, and the item's own."""
    words = [part.removeprefix("by default ").casefold() for part in fields(text)]
    known = [Severity(w) if w in set(Severity) else None for w in [*words, "", ""][:2]]
    return known[0], known[1]
