"""PostgreSQL and Redis on loopback, started for the proofs and stopped after them."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

INSTALL = "install Debian's packages `postgresql` and `redis-server`, or your system's"


class MissingServerError(Exception):
    """A server is not installed here."""


@contextmanager
def servers() -> Iterator[dict[str, str]]:
    """Start both servers; give the environment that the proofs run in.

    Servers that are named by `PG_URL` and `REDIS_URL` are used as they are.
    """
    with ExitStack() as stack:
        urls = {
            "PG_URL": os.environ.get("PG_URL") or stack.enter_context(_postgres()),
            "REDIS_URL": os.environ.get("REDIS_URL") or stack.enter_context(_redis()),
        }
        yield urls


@contextmanager
def _postgres() -> Iterator[str]:
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    found = shutil.which("postgres") or (str(programs[-1]) if programs else "")
    if not found:
        raise MissingServerError(f"no PostgreSQL server: {INSTALL}")
    folder = Path(tempfile.mkdtemp(prefix="proofs-pg-"))
    data = folder / "data"
    own = ["setpriv", "--reuid", "postgres", "--clear-groups"] if os.geteuid() == 0 else []
    if own:
        shutil.chown(folder, "postgres")
    initdb = Path(found).with_name("initdb")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": "/"}
    subprocess.run(
        [*own, str(initdb), "-D", str(data), "-U", "vade", "-A", "trust", "-E", "UTF8",
         "--locale=C.UTF-8", "--no-sync"],
        check=True, **quiet,
    )  # fmt: skip
    port = free_port()
    settings = ["fsync=off", "full_page_writes=off", "max_connections=200",
                "listen_addresses=127.0.0.1", f"unix_socket_directories={folder}"]  # fmt: skip
    options = [part for setting in settings for part in ("-c", setting)]
    server = subprocess.Popen([*own, found, "-D", str(data), "-p", str(port), *options], **quiet)
    try:
        _wait(port)
        yield f"postgresql://vade@127.0.0.1:{port}/postgres"
    finally:
        server.terminate()
        server.wait(20)
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _redis() -> Iterator[str]:
    found = shutil.which("redis-server")
    if not found:
        raise MissingServerError(f"no Redis server: {INSTALL}")
    port = free_port()
    server = subprocess.Popen(
        [found, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--databases", "4096"],
        stdout=subprocess.DEVNULL,
        cwd="/",
    )
    try:
        _wait(port)
        yield f"redis://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(20)


def free_port() -> int:
    """Return a port of loopback that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int, seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            probe.settimeout(1)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(f"nothing listens on port {port}")
