"""The fixtures of a proof: copied beside it as its conftest.

`pg` is a connection in autocommit to a database of its own, `connect()` gives further ones,
`pg_url` is its address; `redis` is a client on an empty database of its own, `redis_url` its
address.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def here() -> Path:
    """The folder that holds `pattern.*`, `bad.*` and the proof."""
    return Path(__file__).parent


@pytest.fixture
def pg_url() -> Iterator[str]:
    import psycopg

    server = os.environ["PG_URL"]
    name = f"proof_{secrets.token_hex(8)}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"create database {name} template template0")
        yield server.rsplit("/", 1)[0] + f"/{name}"
        admin.execute(f"drop database {name} with (force)")


@pytest.fixture
def connect(pg_url: str) -> Iterator[Callable[..., Any]]:
    import psycopg

    opened: list[Any] = []

    def another(**options: Any) -> Any:
        opened.append(psycopg.connect(pg_url, **{"autocommit": True, **options}))
        return opened[-1]

    yield another
    for connection in opened:
        connection.close()


@pytest.fixture
def pg(connect: Callable[..., Any]) -> Any:
    return connect()


@pytest.fixture
def redis_url() -> str:
    return f"{os.environ['REDIS_URL']}/{secrets.randbelow(4000) + 1}"


@pytest.fixture
def redis(redis_url: str) -> Iterator[Any]:
    import redis as library

    client = library.Redis.from_url(redis_url)
    client.flushdb()
    yield client
    client.flushdb()
    client.close()
