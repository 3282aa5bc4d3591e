"""The glyphs of kinds and states. All are in common monospace fonts; none is wider than a cell."""

from __future__ import annotations

from vade.library.entry import Kind
from vade.review.model import Severity, State
from vade.tui.theme.roles import Role

__all__ = ["KINDS", "SEVERITIES", "STATES"]

KINDS: dict[Kind, tuple[str, Role]] = {
    Kind.TOPIC: ("●", Role.KIND_TOPIC),
    Kind.PATTERN: ("◇", Role.KIND_PATTERN),
    Kind.CHECK: ("□", Role.KIND_CHECK),
    Kind.PRINCIPLE: ("▪", Role.KIND_OTHER),
    Kind.TRIGGER: ("»", Role.KIND_OTHER),
    Kind.SECTION: ("§", Role.KIND_OTHER),
    Kind.DOCUMENT: ("≡", Role.KIND_OTHER),
}
STATES: dict[State, tuple[str, Role]] = {
    State.UNANSWERED: ("·", Role.MUTED),
    State.PASS: ("✓", Role.OK),
    State.FAIL: ("✗", Role.ERROR),
    State.NA: ("–", Role.NA),
    State.FOLLOW_UP: ("→", Role.WARN),
}
SEVERITIES: dict[Severity, Role] = {
    Severity.CRITICAL: Role.ERROR,
    Severity.MAJOR: Role.WARN,
    Severity.MINOR: Role.TEXT,
    Severity.NOTE: Role.MUTED,
}
