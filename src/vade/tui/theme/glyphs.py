"""The glyphs of kinds. All are in common monospace fonts; none is wider than a cell."""

from __future__ import annotations

from vade.library.entry import Kind
from vade.tui.theme.roles import Role

__all__ = ["KINDS"]

KINDS: dict[Kind, tuple[str, Role]] = {
    Kind.TOPIC: ("●", Role.KIND_TOPIC),
    Kind.PATTERN: ("◇", Role.KIND_PATTERN),
    Kind.CHECK: ("□", Role.KIND_CHECK),
    Kind.PRINCIPLE: ("▪", Role.KIND_OTHER),
    Kind.TRIGGER: ("»", Role.KIND_OTHER),
    Kind.SECTION: ("§", Role.KIND_OTHER),
    Kind.DOCUMENT: ("≡", Role.KIND_OTHER),
}
