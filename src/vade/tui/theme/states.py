"""The glyphs of states. All are in common monospace fonts; none is wider than a cell."""

from __future__ import annotations

from vade.review.model import Severity, State
from vade.review.record.summary import GLYPHS
from vade.tui.theme.roles import Role

__all__ = ["SEVERITIES", "STATES"]

_ROLES = {
    State.UNANSWERED: Role.MUTED,
    State.PASS: Role.OK,
    State.FAIL: Role.ERROR,
    State.NA: Role.NA,
    State.FOLLOW_UP: Role.WARN,
}
STATES: dict[State, tuple[str, Role]] = {s: (GLYPHS[s], role) for s, role in _ROLES.items()}
SEVERITIES: dict[Severity, Role] = {
    Severity.CRITICAL: Role.ERROR,
    Severity.MAJOR: Role.WARN,
    Severity.MINOR: Role.TEXT,
    Severity.NOTE: Role.MUTED,
}
