"""Checklist to answers to record."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vade.review.desk import Desk
    from vade.review.source import ChecklistSource
    from vade.review.store import ReviewStore

__all__ = ["ChecklistSource", "Desk", "ReviewStore"]

_HOMES = {
    "ChecklistSource": "vade.review.source",
    "Desk": "vade.review.desk",
    "ReviewStore": "vade.review.store",
}


def __getattr__(name: str) -> Any:
    """Import a name when it is first asked for: the database is not needed to name a state."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(importlib.import_module(_HOMES[name]), name)
