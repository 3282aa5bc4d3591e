"""The labels that begin the parts of an item in a record."""

from __future__ import annotations

import re
from enum import StrEnum

__all__ = ["AS_TYPED", "LABELLED", "Label"]

AS_TYPED = ", as typed"
"""Behind a label: the text below stands in a fence, since it holds HTML or definitions."""


class Label(StrEnum):
    """What a part of an item is."""

    TEXT = "Text"
    ALSO = "Also in"
    REASON = "Reason"
    OWNER = "Owner"
    DUE = "Due"
    SEVERITY = "Severity"
    EVIDENCE = "Evidence"
    NOTES = "Notes"
    LAST = "Last time"
    CONFLICT = "Conflict"
    ANSWERED = "Answered"
    KEPT = "Added by hand"


LABELLED = re.compile(
    rf"\*{{0,2}}(?P<label>{'|'.join(Label)})(?P<typed>{AS_TYPED})?"
    r"(?:\*{0,2}:\*{0,2}|(?<=Answered)(?= by | \d{4}-))(?P<rest>.*)",
    re.IGNORECASE,
)
"""A line that begins a part; people also write `reason:` and `**Reason:**`."""
