"""A project, a workspace and a running app for the tests of the screens."""

from __future__ import annotations

import asyncio
import itertools
import os
import shutil
import subprocess
import time
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from textual.pilot import Pilot

from vade.library.entry import Entry
from vade.review import Desk
from vade.tui.app import VadeApp
from vade.tui.page.runs import plain
from vade.tui.widgets.row_list import Listed, RowList
from vade.workspace import Workspace

DATA = Path(__file__).parent / "data"
"""Files kept here, so that what is shown does not change when what we ship gets better."""
AGENT = DATA / "backend-specialist.md"
T = TypeVar("T")
Opener = Callable[..., "asynccontextmanager[Pilot[str]]"]
_BEGAN = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def no_hint(own_home: Path) -> Path:
    """Write a configuration without the first-run hint; return its path."""
    path = own_home / "config" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_text("[ui]\nhint = false\n")
    return path


@pytest.fixture(scope="session")
def made_shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small repository with a branch of one commit, to be copied."""
    root = tmp_path_factory.mktemp("made") / "shop"
    (root / "src").mkdir(parents=True)
    (root / "src/orders.py").write_text('def find(db, n):\n    return db.execute(f"{n}")\n')
    env = {
        **{k: v for k, v in os.environ.items() if not k.startswith("GIT_")},
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_DATE": "2026-01-02T03:04:05Z",
        "GIT_COMMITTER_DATE": "2026-01-02T03:04:05Z",
    }
    for args in (
        ("init", "-q", "-b", "main"),
        ("config", "user.name", "Ada Ito"),
        ("config", "user.email", "ada@example.org"),
        ("commit", "-q", "--allow-empty", "-m", "one"),
        ("checkout", "-q", "-b", "feature/orders"),
        ("add", "-A"),
        ("commit", "-q", "-m", "two"),
    ):
        subprocess.run(("git", *args), cwd=root, env=env, check=True)
    shutil.rmtree(root / ".git/hooks")
    return root


@pytest.fixture
def shop(made_shop: Path, tmp_path: Path) -> Path:
    """A small repository of the test's own, with a branch of one commit."""
    return shutil.copytree(made_shop, tmp_path / "shop")


@pytest.fixture
def pack(shop: Path) -> Path:
    """A pack in the project: an agent, and a topic page with all that a page can have."""
    return shutil.copytree(DATA / "pack", shop / ".vade")


@pytest.fixture
def opened(shop: Path) -> Callable[..., object]:
    """Open the app in the shop and wait until it is ready."""

    @asynccontextmanager
    async def open_app(
        query: str = "",
        size: tuple[int, int] = (120, 36),
        packs: tuple[Path, ...] = (AGENT,),
        picking: bool = False,
        only: bool = True,
    ) -> AsyncIterator[Pilot[str]]:
        workspace = Workspace.open(shop, packs=packs, only=only)
        app = VadeApp(workspace, query, picking=picking)
        app.animation_level = "none"
        async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
            await until(pilot, lambda: app.shelf.indexed)
            yield pilot
        assert app._exception is None

    return open_app


@pytest.fixture
def entries(tmp_path: Path) -> tuple[Entry, ...]:
    """The entries of a small pack."""
    return Workspace.open(tmp_path, packs=(DATA / "pack",), only=True).library().entries


def named(entries: tuple[Entry, ...], title: str) -> Entry:
    """The first entry of a title."""
    return next(e for e in entries if e.title == title)


def lines(rows: Iterable[Listed]) -> list[str]:
    """The text of each line of some rows."""
    return [plain((*line.left, *line.right)) for row in rows for line in row.lines]


def shown(screen: Any, where: str) -> str:
    """The text of a list on a screen."""
    return "\n".join(lines(screen.query_one(where, RowList).rows))


def fix_clock(workspace: Workspace) -> None:
    """Let the reviews of a workspace have the same ids and times in each run, a month apart."""
    ticks = itertools.count()
    desk = Desk.open(
        workspace.paths.reviews,
        workspace.project,
        workspace.settings,
        workspace.env,
        clock=lambda: _BEGAN + timedelta(days=next(ticks) // 8),
        new_id=lambda: f"01TESTTEST{next(ticks):04}",
    )
    workspace.__dict__["desk"] = desk


async def until(pilot: Pilot[str], true: Callable[[], T], seconds: float = 30) -> T:
    """Wait until something is true and return it; fail when it never is.

    Args:
        seconds: Of computing; on a machine that others use, four times as many by the clock.
    """
    used, began = time.process_time(), time.monotonic()
    while not (found := true()):
        late = time.process_time() - used > seconds or time.monotonic() - began > 4 * seconds
        assert not late, "it never came true"
        await asyncio.sleep(0.01)
        await pilot.pause()
    return found
