"""What the attacks share: a user with folders of their own, and a cache that is filled once."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from reliability.place import Place
from reliability.shim import build


def pytest_configure() -> None:
    """Let what is started here hear interrupts: what runs in a shell's background ignores them."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder that all attacks of one process may share."""
    return tmp_path_factory.mktemp("cache") / "vade"


@pytest.fixture
def place(tmp_path: Path, cache: Path) -> Place:
    """A user on a machine."""
    return Place.make(tmp_path / "home", cache)


@pytest.fixture(scope="session")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that makes system calls fail."""
    return build(tmp_path_factory.mktemp("shim"))
