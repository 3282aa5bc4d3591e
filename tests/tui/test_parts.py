"""What can be taken from an entry: its parts, their code, what is filled in."""

from __future__ import annotations

from tui.conftest import named
from vade.library.entry import Entry
from vade.tui.parts import copyable, difference, fill, placeholders, tabs


def test_a_pattern_has_a_tab_for_each_fence_its_difference_and_its_proof(
    entries: tuple[Entry, ...],
) -> None:
    labels = [p.label for p in tabs(named(entries, "Number from a sequence"))]
    assert labels == ["python", "sql", "± difference", "✗ bad", "◆ proof"]


def test_a_difference_says_what_is_wrong_and_what_is_right() -> None:
    assert difference("a\nb", "a\nc") == "  a\n- b\n+ c"


def test_several_fences_are_copied_together_or_one_by_one(entries: tuple[Entry, ...]) -> None:
    parts = copyable(named(entries, "Number from a sequence"))
    assert [p.label for p in parts] == ["all of it", "python", "sql"]
    assert parts[2].with_source.text.startswith("-- Number from a sequence: ")


def test_a_page_offers_the_code_of_its_patterns(entries: tuple[Entry, ...]) -> None:
    page = named(entries, "Order Numbers")
    inside = [e for e in entries if e.document == page.document and e is not page]
    labels = [p.label for p in copyable(page, inside)]
    assert labels.count("Number from a sequence") == 2
    assert "Label for a parcel" in labels


def test_placeholders_are_filled_and_code_of_others_is_left_alone() -> None:
    code = "{{name}} {{ name }} ${{ secrets.X }} {{ .Values.x }} {{other}}"
    assert placeholders(code) == ("name", "other")
    assert fill(code, {"name": "a"}) == "a a ${{ secrets.X }} {{ .Values.x }} {{other}}"
