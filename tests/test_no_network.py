"""Vade never opens a connection: no module could, and a tracer sees none."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path

import pytest

from reliability.terminal import Terminal
from test_architecture import FILES, imports

STRACE = shutil.which("strace") or ""
NETWORKED = {
    *("socket", "ssl", "http", "ftplib", "smtplib", "poplib", "imaplib", "telnetlib", "xmlrpc"),
    *("urllib.request", "socketserver", "requests", "httpx", "aiohttp"),
}
STORY = """
vade search rate limiting --limit 1 && vade show vade:rate-limiting && vade list check
vade route add rate limiting; vade library list; vade library check; vade paths --check
vade new checklist 'Mobile release' --in .vade; vade config show; vade completion bash
vade review start mobile-release; vade review answer first-item pass
vade review walk </dev/null; vade review finish; vade review export; vade review gate --last
vade review export --format html --output - ; vade review list; vade copy vade:rate-limiting
"""


def test_no_module_imports_what_opens_connections() -> None:
    for path in FILES:
        found = {
            name for name in imports(path) for bad in NETWORKED if f"{name}.".startswith(f"{bad}.")
        }
        assert not found, f"{path.name} imports {found}"


def traced(tmp_path: Path, command: list[str]) -> tuple[str, Terminal]:
    """Run a command under the tracer, on a terminal, in a repository; return the log's path."""
    log = tmp_path / "log"
    tools = tmp_path / "bin"
    tools.mkdir()
    (tools / "vade").write_text(f'#!/bin/sh\nexec {sys.executable} -W ignore -m vade "$@"\n')
    (tools / "vade").chmod(0o755)
    env = {
        **os.environ,
        "PATH": f"{tools}:{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join(p for p in sys.path if p),
        "PAGER": "cat",
        "TERM": "xterm-256color",
    }
    tracer = [STRACE, "-f", "-qq", "-e", "trace=socket,connect,execve", "-o", str(log)]
    return str(log), Terminal([*tracer, *command], tmp_path, env)


def connections(log: str) -> list[str]:
    """The sockets in the log that are of another kind than within the machine."""
    text = Path(log).read_text("utf-8", "replace")
    assert text.count("execve") > 0
    return [line for line in re.findall(r"socket\(.*", text) if "AF_UNIX" not in line]


needs_strace = pytest.mark.skipif(not STRACE, reason="needs the program strace")


@pytest.mark.slow
@needs_strace
def test_no_command_opens_a_socket(tmp_path: Path) -> None:
    log, terminal = traced(tmp_path, ["bash", "-c", f"git init -q .\n{STORY}"])
    terminal.ended(300)
    assert list(tmp_path.glob("docs/reviews/*.md"))
    assert connections(log) == []


@pytest.mark.slow
@needs_strace
def test_the_screens_open_no_socket(tmp_path: Path) -> None:
    log, terminal = traced(tmp_path, ["vade", "rate limiting"])
    terminal.shows("Rate Limiting")
    terminal.send("\r\r")
    terminal.shows("Key points")
    terminal.send("\x11")
    assert terminal.ended(60) == 0
    assert connections(log) == []
