"""Text in a row of a width: nothing is wider, nothing is broken in two."""

from __future__ import annotations

from vade.tui.keys import hints
from vade.tui.page.links import chips
from vade.tui.page.runs import Run, fit, plain, squeeze, width


def test_no_row_is_wider_than_its_pane_whatever_the_script() -> None:
    for sample in ("注文番号の一覧" * 9, "مرجع الطلب " * 9, "👩‍👩‍👧‍👦 family " * 9, "e\u0301" * 50):
        for columns in (1, 7, 20, 33):
            assert width(fit((Run(sample),), columns)) <= columns


def test_a_chip_is_never_broken_and_asvs_is_named() -> None:
    assert plain(chips(["v5.0.0-2.4.1", "RFC 9562"])).split("  ") == [
        "",
        "\xa0ASVS\xa0v5.0.0-2.4.1\xa0",
        "\xa0RFC\xa09562\xa0",
    ]


def test_what_has_no_room_is_left_out_whole_and_the_last_part_stays() -> None:
    keys = hints(("enter", "open"), ("y", "copy"), ("f1", "help"))
    assert plain(squeeze(keys, 40)) == "enter open  y copy  f1 help"
    assert plain(squeeze(keys, 20)) == "enter open  f1 help"
    assert plain(squeeze(keys, 8)) == "f1 help"
    assert plain(squeeze(keys, 5)) == "f1 h…"


def test_of_counts_that_have_no_room_what_was_meant_stays() -> None:
    found = (Run("47 in 23 subjects"), Run(" · did you mean idempotency"))
    assert plain(squeeze(found, 30)) == "did you mean idempotency"
