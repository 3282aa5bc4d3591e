"""A small pack, its index, and the desk that a command would sit at."""

from __future__ import annotations

from pathlib import Path

import pytest

from vade.library import Library, load
from vade.library.layers import Root
from vade.library.scan import scan
from vade.paths import Paths, bundled
from vade.search import Search
from vade.workspace import Workspace


@pytest.fixture(scope="session")
def agents() -> Library:
    """The agents that ship."""
    return load(scan([Root("bundled", "vade", bundled() / "agents")]))


@pytest.fixture(scope="session")
def ours() -> Library:
    """All that ships."""
    roots = [Root("bundled", "vade", bundled() / name) for name in ("agents", "content")]
    return load(scan(roots))


@pytest.fixture(scope="session")
def search(agents: Library, tmp_path_factory: pytest.TempPathFactory) -> Search:
    """The index of the agents that ship."""
    made = Search(tmp_path_factory.mktemp("cache") / "index")
    made.update(agents)
    return made


@pytest.fixture(scope="session")
def of_all(ours: Library, tmp_path_factory: pytest.TempPathFactory) -> Search:
    """The index of all that ships."""
    made = Search(tmp_path_factory.mktemp("cache") / "index")
    made.update(ours)
    return made


@pytest.fixture
def workspace(own_home: Path) -> Workspace:
    """A run of Vade over the agents alone, with a cache of its own."""
    env = {f"VADE_{k.upper()}_DIR": str(own_home / k) for k in ("config", "data", "state", "cache")}
    paths = Paths.from_environment(env)
    return Workspace(own_home, env, paths, (bundled() / "agents",), only=True)
