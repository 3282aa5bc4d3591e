"""The first line of an item: box, title, state, severity, and the comment that names it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vade.errors import VadeError
from vade.review.model import Severity, State
from vade.review.record.escape import unescape, untoken
from vade.review.spelling import as_severity, as_state
from vade.text import clean_line

__all__ = ["COMMENT", "ITEM", "Head", "read_head"]

ITEM = re.compile(r"(?P<mark> ?(?:[-*+]|\d{1,9}[.)]) +)\[(?P<box>[ xX])\](?:\s+(?P<rest>.*))?$")
"""A task-list item at the top level."""
COMMENT = re.compile(r"<!--\s*vade\s+(?!checklist\s)(?P<id>\S+)(?:\s+(?P<print>\S+))?\s*-->")

_BOLD = re.compile(r"\*\*(?P<title>(?:\\.|[^\\])+?)\*\*(?P<tail>.*)")
_SEPARATOR = r"\s*(?:[·|:,—–-]+\s*)?"
_TAIL = re.compile(
    rf"{_SEPARATOR}(?P<state>[A-Za-z/-]+)(?:{_SEPARATOR}(?P<weight>critical|major|minor|note)\b)?"
    rf"{_SEPARATOR}(?P<more>.*)",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?P<title>.*?\S)(?P<tail>\s*[·|:,—–-]\s*(?:pass|fail|n/a|na|follow-up|unanswered)\b"
    r"(?:\s*[·|:,—–-]\s*(?:critical|major|minor|note))?)?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Head:
    """What the first line says."""

    ticked: bool
    title: str
    state: State | None
    """None where no state is written."""
    weight: Severity | None
    id: str
    """Empty where the comment is gone."""
    fingerprint: str
    more: str = ""
    """Words that are neither title, state nor severity."""


def read_head(box: str, text: str) -> Head:
    """Read what stands behind the box; the comment may stand anywhere in it."""
    comment = COMMENT.search(text)
    visible = clean_line(COMMENT.sub("", text))
    bold = _BOLD.match(visible)
    found = bold or _BARE.fullmatch(visible)
    title = clean_line(unescape(found["title"])) if found else ""
    state, weight, more = _tail((found["tail"] or "") if found else "")
    mark = comment["print"] if comment and comment["print"] else "-"
    return Head(
        ticked=box in "xX",
        title=title,
        state=state,
        weight=weight,
        id=untoken(comment["id"]) if comment else "",
        fingerprint="" if mark == "-" else untoken(mark),
        more=more,
    )


def _tail(tail: str) -> tuple[State | None, Severity | None, str]:
    found = _TAIL.fullmatch(tail.strip())
    if found is None:
        return None, None, tail.strip()
    try:
        state = as_state(found["state"])
    except VadeError:
        return None, None, tail.strip(" ·|:,—–-")
    weight = as_severity(found["weight"]) if found["weight"] else None
    return state, weight, found["more"].strip()
