"""The thread beside the screens: a query holds up no key, and what was overtaken is dropped."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from vade.paths import Paths, bundled
from vade.search import Search
from vade.search.hit import Results
from vade.tui.shelf import Shelf
from vade.workspace import Workspace


class Slow:
    """An index that answers when it is told to, and knows what it was asked and where."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.asked: list[str] = []
        self.threads: set[int] = set()

    def query(self, text: str, **_: object) -> Results:
        self.asked.append(text)
        self.threads.add(threading.get_ident())
        assert self.go.wait(10)
        return Results(text)


@pytest.fixture
def shelf(own_home: Path) -> Shelf:
    env = {f"VADE_{k.upper()}_DIR": str(own_home / k) for k in ("config", "data", "state", "cache")}
    paths = Paths.from_environment(env)
    made = Shelf(Workspace(own_home, env, paths, (bundled() / "agents",), only=True))
    made.library = made.workspace.library()
    return made


async def until(true: Callable[[], object]) -> None:
    async with asyncio.timeout(10):
        while not true():
            await asyncio.sleep(0.005)


async def test_a_query_leaves_the_screen_s_thread_free(shelf: Shelf) -> None:
    slow = Slow()
    shelf.workspace.__dict__["index"] = slow
    shelf.indexed = True
    asked = asyncio.create_task(shelf.search("redis"))
    await until(lambda: slow.asked)  # this loop runs on while the query waits
    assert not asked.done()
    assert slow.threads.isdisjoint({threading.get_ident()})
    slow.go.set()
    assert (await asked).query == "redis"


async def test_what_was_overtaken_is_never_asked(shelf: Shelf) -> None:
    slow = Slow()
    shelf.workspace.__dict__["index"] = slow
    shelf.indexed = True
    first = asyncio.create_task(shelf.search("r"))
    await until(lambda: slow.asked)
    second = asyncio.create_task(shelf.search("re"))
    await asyncio.sleep(0)
    second.cancel()
    third = asyncio.create_task(shelf.search("red"))
    await asyncio.sleep(0)
    slow.go.set()
    assert (await third).query == "red"
    assert slow.asked == ["r", "red"]
    assert (await first).query == "r"


async def test_while_the_index_is_built_queries_are_answered_and_say_so(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = threading.Event()
    update = Search.update

    def slowly(self: Search, *args: object) -> None:
        assert go.wait(10)
        update(self, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(Search, "update", slowly)
    building = asyncio.create_task(shelf.index())
    await asyncio.sleep(0)
    found = await shelf.search("redis")
    assert found.hits
    assert found.notes == ("the index is being built",)
    go.set()
    await building
    assert (await shelf.search("redis")).notes == ()


async def test_only_after_a_build_is_memory_given_back(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[bool] = []
    monkeypatch.setattr("vade.tui.shelf._give_back", lambda: given.append(shelf.indexed))
    for _ in range(2):
        await shelf.index()
    assert given == [False]
    assert (await shelf.search("redis")).hits
