"""Random keys, clicks and resizes, by seed: nothing crashes, and no answer is lost.

`VADE_MONKEYS=100 pytest -m slow tests/tui/test_monkey.py` runs a hundred seeds.
"""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import Any

import pytest

from tui.conftest import fix_clock, until
from vade.tui.app import VadeApp
from vade.tui.verbs.catalogue import VERBS
from vade.tui.verbs.common import Quit, QuitNow
from vade.workspace import Workspace

SEEDS = int(os.environ.get("VADE_MONKEYS", "10"))
STEPS = 150
SIZES = ((200, 60), (120, 36), (97, 30), (80, 24), (60, 16), (30, 8), (1, 1), (119, 17))
QUITS = {key for verb in (Quit, QuitNow) for key in verb.KEY.split(",")}
TYPED = (*"abcxyz 019:/-\"'[]{}", "漢", "ש", "é", "👍")
MOVES = (
    *("up", "down", "left", "right", "pageup", "pagedown", "home", "end", "tab", "shift+tab"),
    *("enter", "escape", "escape", "escape", "backspace", "delete", "space", "ctrl+u", "ctrl+s"),
    *("f1", "ctrl+p", "j", "k", "g", "G"),
)
KEYS = tuple(sorted({key for verb in VERBS for key in verb.KEY.split(",") if key} - QUITS))


async def act(pilot: Any, chance: random.Random) -> None:
    """Do one thing that a hand could do."""
    kind = chance.random()
    if kind < 0.5:
        await pilot.press(chance.choice(KEYS))
    elif kind < 0.75:
        await pilot.press(chance.choice(MOVES))
    elif kind < 0.85:
        await pilot.press(chance.choice(TYPED).replace(" ", "space"))
    elif kind < 0.95:
        columns, rows = pilot.app.size
        spot = (chance.randrange(max(columns, 1)), chance.randrange(max(rows, 1)))
        await pilot.click(offset=spot, times=chance.choice((1, 1, 2)))
    else:
        await pilot.resize_terminal(*chance.choice(SIZES))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(SEEDS))
async def test_a_monkey_breaks_nothing(
    seed: int, shop: Path, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vade.clipboard.copy", lambda *_: "a monkey")
    monkeypatch.setattr("webbrowser.open", lambda _: True)
    for name in ("EDITOR", "VISUAL"):
        monkeypatch.delenv(name, raising=False)
    workspace = Workspace.open(shop, packs=(pack,), only=True)
    fix_clock(workspace)
    chance = random.Random(seed)
    app = VadeApp(workspace)
    app.animation_level = "none"
    done: list[str] = []
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await until(pilot, lambda: app.shelf.indexed)
        for _ in range(STEPS):
            await act(pilot, chance)
            if app._exit:
                break
        done = [str(screen) for screen in app.screen_stack]
        await pilot.resize_terminal(120, 36)
        await pilot.pause()
    assert app._exception is None, done
    assert not app.return_code
