"""Where one has been: back and forward through opened entries."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["History"]

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class History:
    """The ids of opened entries, and which one is shown."""

    ids: tuple[str, ...] = ()
    at: int = -1

    @property
    def current(self) -> str:
        """The id of the entry shown, or nothing."""
        return self.ids[self.at] if 0 <= self.at < len(self.ids) else ""

    def visit(self, entry_id: str) -> History:
        """Open an entry; what was forward of here is forgotten."""
        if entry_id == self.current:
            return self
        ids = (*self.ids[: self.at + 1], entry_id)[-_LONGEST:]
        return History(ids, len(ids) - 1)

    def back(self) -> History:
        """One back, if there is one."""
        return History(self.ids, max(self.at - 1, 0)) if self.ids else self

    def forward(self) -> History:
        """One forward, if there is one."""
        return History(self.ids, min(self.at + 1, len(self.ids) - 1))
