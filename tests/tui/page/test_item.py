"""A check with its answer, and the answer of last time beside it."""

from __future__ import annotations

from vade.review.model import Answer, Item, Previous, State
from vade.tui.page.item import item_page
from vade.tui.page.layout import lay_out


def test_last_time_stands_beside_this_time() -> None:
    before = Previous(State.FAIL, "no schema", by="Ada", evidence_changed=True)
    item = Item("a", "Input", "", "", answer=Answer(State.PASS), previous=before)
    lines = [line.text for line in lay_out(item_page(item, None), 70)]
    assert any("✗ fail" in line and "✓ pass" in line for line in lines)
    assert any("no schema" in line and "–" in line for line in lines)
    assert any("have changed since" in line for line in lines)


def test_an_item_names_the_keys_as_the_reader_has_them() -> None:
    before = Previous(State.FAIL, "no schema", by="Ada")
    owed = Item("a", "Input", "", "", answer=Answer(State.FAIL))
    open_ = Item("a", "Input", "", "", previous=before)
    keymap = {"review.reason": "f8,c", "review.confirm": "f9"}
    for item, told in ((owed, "f8 writes it"), (open_, "f9 answers the same again")):
        lines = [line.text for line in lay_out(item_page(item, None, keymap=keymap), 70)]
        assert any(told in line for line in lines)
