"""Every screen in windows of every small size, then in larger ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from reliability.figures import FULL, tell
from reliability.inside import SCREENS, go, opened, workspace
from review.repository import repository

pytestmark = pytest.mark.slow

SMALL = [(columns, lines) for columns in range(1, 13) for lines in range(1, 13)]
GRID = [(columns, lines) for columns in range(20, 301, 20) for lines in range(10, 101, 10)]
SIZES = [*SMALL, *GRID] if FULL else [*SMALL[::29], *GRID[::37]]
KEYS = ("pagedown", "down", "end", "pageup", "home", "tab")


def test_the_figure_is_what_the_table_says() -> None:
    assert (len(SMALL), len(GRID)) == (144, 150)


@pytest.mark.parametrize("half", [0, 1])
async def test_a_screen_lives_in_every_size(half: int, tmp_path: Path) -> None:
    async with opened(workspace(repository(tmp_path / "shop"))) as pilot:
        for screen in list(SCREENS)[half::2]:
            await go(pilot, screen)
            for number, size in enumerate(SIZES):
                await pilot.resize_terminal(*size)
                if screen != "key":  # which a key would end
                    await pilot.press(KEYS[number % len(KEYS)])
                assert pilot.app._exception is None, (screen, size)
                assert pilot.app.size == size
            tell("sizes", len(SIZES))
