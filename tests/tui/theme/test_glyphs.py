"""What tells kinds and states apart without a colour."""

from __future__ import annotations

from tui.conftest import named
from vade.library.entry import Entry
from vade.tui.theme.glyphs import KINDS, word_of
from vade.tui.theme.states import STATES


def test_glyphs_tell_kinds_and_states_apart_without_colour() -> None:
    for table in (KINDS, STATES):
        glyphs = [glyph for glyph, _ in table.values()]
        assert len(set(glyphs)) == len(glyphs)


def test_a_page_is_told_from_the_bullet_of_its_name(entries: tuple[Entry, ...]) -> None:
    topics = [e for e in entries if e.title == "Order Numbers" and e.kind == "topic"]
    assert {word_of(e) for e in topics} >= {"page"}
    assert word_of(named(entries, "Number from a sequence")) == "pattern"
