"""What one answer changes of an item, said by a person and cleaned at the door."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from vade.review.model import Evidence, Item, Severity, State
from vade.review.store import Stamp
from vade.text import clean, clean_line

__all__ = ["Change"]


@dataclass(frozen=True, slots=True)
class Change:
    """New parts of an answer; None leaves a part as it is."""

    state: State | None = None
    reason: str | None = None
    notes: str | None = None
    severity: Severity | None = None
    evidence: tuple[Evidence, ...] | None = None
    owner: str | None = None
    due: date | None = None

    def apply(self, item: Item, stamp: Stamp) -> Item:
        """Return the item answered; rivals of a merge are settled by a state."""
        new = replace(item.answer, by=stamp.by, at=stamp.at, **self._given())
        settled = () if self.state is not None else item.rivals
        return replace(item, answer=new, rivals=settled)

    def _given(self) -> Mapping[str, Any]:
        parts = {
            "state": self.state,
            "reason": None if self.reason is None else clean(self.reason),
            "notes": None if self.notes is None else clean(self.notes),
            "severity": self.severity,
            "evidence": self.evidence,
            "owner": None if self.owner is None else clean_line(self.owner),
            "due": self.due,
        }
        return {name: value for name, value in parts.items() if value is not None}
