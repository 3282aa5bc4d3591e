"""The rows of areas, kinds and packs with their counts."""

from __future__ import annotations

from tui.conftest import lines
from vade.library.entry import Entry
from vade.tui.areas import Areas, browsable


def test_areas_count_what_was_found(entries: tuple[Entry, ...]) -> None:
    areas = Areas(browsable(entries))
    found = {"kind": {"pattern": 2}, "pack": {"pack": 3}}
    rows = lines(areas.rows(found=found))
    assert rows[0] == "All3"
    assert "◇ patterns2" in rows
    assert "□ checks–" in rows


def test_a_folded_heading_hides_its_rows(entries: tuple[Entry, ...]) -> None:
    rows = lines(Areas(browsable(entries)).rows(folded={"kind"}))
    assert "▸ Kinds" in rows
    assert not any("patterns" in row for row in rows)
