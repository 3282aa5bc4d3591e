"""What the file of a record is called."""

from __future__ import annotations

from vade.review.model import Checklist, Review
from vade.text import kebab

__all__ = ["file_stem"]

_LONGEST = 60
"""Letters of the branch and of the checklist, each: file systems stop at 255 bytes."""


def file_stem(review: Review) -> str:
    """Return `<date>-<branch>-<checklist>`; a detached head is named by its commit."""
    branch = kebab(review.branch) or review.commit[:7] or "no-git"
    return f"{review.started.date().isoformat()}-{_short(branch)}-{_short(_lists(review))}"


def _lists(review: Review) -> str:
    names = [_name(c) for c in review.checklists]
    if len(names) > 2:
        return f"{names[0]}-and-{len(names) - 1}-more"
    return "-and-".join(names) or "review"


def _name(checklist: Checklist) -> str:
    return kebab(checklist.id.partition(":")[2]) or kebab(checklist.title) or "checklist"


def _short(text: str) -> str:
    encoded = text.encode("utf-8")[: _LONGEST * 2].decode("utf-8", "ignore")
    return encoded[:_LONGEST].strip("-") or "x"
