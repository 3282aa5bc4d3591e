"""The glyphs and words of kinds. All are in common monospace fonts; none is wider than a cell."""

from __future__ import annotations

from vade.library.entry import Entry, Kind
from vade.tui.theme.roles import Role

__all__ = ["KINDS", "word_of"]

KINDS: dict[Kind, tuple[str, Role]] = {
    Kind.TOPIC: ("●", Role.KIND_TOPIC),
    Kind.PATTERN: ("◇", Role.KIND_PATTERN),
    Kind.CHECK: ("□", Role.KIND_CHECK),
    Kind.PRINCIPLE: ("▪", Role.KIND_OTHER),
    Kind.TRIGGER: ("»", Role.KIND_OTHER),
    Kind.SECTION: ("§", Role.KIND_OTHER),
    Kind.DOCUMENT: ("≡", Role.KIND_OTHER),
}


def word_of(entry: Entry) -> str:
    """What a list calls an entry: a topic's page is told from the bullet of the same name."""
    return "page" if entry.kind is Kind.TOPIC and entry.is_whole else str(entry.kind)
