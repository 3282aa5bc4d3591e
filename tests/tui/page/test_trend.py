"""The trend of several reviews."""

from __future__ import annotations

from datetime import UTC, datetime

from vade.review.model import Answer, Item, Review, State
from vade.tui.page.layout import lay_out
from vade.tui.page.trend import trend


def review(day: int, *states: State) -> Review:
    at = datetime(2026, 1, day, tzinfo=UTC)
    items = tuple(Item(str(n), str(n), "", "", answer=Answer(s)) for n, s in enumerate(states))
    return Review(str(day), "shop", (), items, at, finished=at)


def test_the_trend_shows_a_single_fail_among_many_passes() -> None:
    passes = [State.PASS] * 40
    blocks = trend([review(1, *passes), review(2, *passes, State.FAIL)])
    lines = [line.text for line in lay_out(blocks, 60)]
    assert any("▚" in line for line in lines[:12])
    assert any("fail" in line and "0 → 1" in line for line in lines)


def test_one_review_is_no_trend() -> None:
    assert trend([review(1, State.PASS)]) == []
