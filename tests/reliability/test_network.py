"""Seen by strace: no command and no screen opens a socket to anywhere."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from reliability.figures import tell
from reliability.place import AGENT, Place
from reliability.terminal import Terminal

STRACE = shutil.which("strace") or ""
TMUX = shutil.which("tmux") or ""
pytestmark = [pytest.mark.slow, pytest.mark.skipif(not STRACE, reason="needs the program strace")]

COMMANDS = (
    ("search", "rate limiting"),
    ("list", "pattern", "--json"),
    ("show", "fastapi-pattern", "--code"),
    ("route", "add a rate limit"),
    ("library", "list"),
    ("library", "check"),
    ("paths",),
    ("config", "show"),
    ("completion", "bash"),
    ("--version",),
    ("review", "start", "review-checklist"),
    ("review", "answer", "logging", "fail", "--reason", "x", "--evidence", "https://example.org/"),
    ("review", "show"),
    ("review", "todo"),
    ("review", "finish"),
    ("review", "export"),
    ("review", "list"),
    ("review", "gate", "--last"),
)


NAMES = 'sun_path="/var/run/nscd/socket"'
"""The C library's question for a user's name, which git may ask: local, by a path."""


def connections(log: str) -> list[str]:
    """What was connected to, but for the names of users."""
    return [line for line in log.splitlines() if "connect(" in line and NAMES not in line]


def sockets(log: str) -> list[str]:
    """The families of all sockets that were asked for, and what was connected to."""
    families = re.findall(r"socket(?:pair)?\((AF_\w+|PF_\w+)", log)
    return [f for f in families if f not in {"AF_UNIX", "AF_LOCAL"}]


def trace(place: Place) -> list[str]:
    log = place.home / "strace"
    log.unlink(missing_ok=True)
    wanted = "trace=socket,socketpair,connect,sendto,sendmsg,execve"
    return [STRACE, "-f", "-qq", "-e", wanted, "-e", "signal=none", "-o", str(log)]


def test_no_command_opens_a_socket(place: Place) -> None:
    for args in COMMANDS:
        command = [*trace(place), *place.command("--pack", str(AGENT), "--only", *args)]
        with Terminal(command, place.shop, {**place.env, "PAGER": "cat"}) as terminal:
            assert terminal.ended() in {0, 1}, terminal.text
        log = (place.home / "strace").read_text("utf-8")
        assert connections(log) == [], args
        assert sockets(log) == [], f"{args}: {log}"
    tell("network", len(COMMANDS))


def test_no_screen_opens_a_socket(place: Place) -> None:
    place.begin()
    command = [*trace(place), *place.command("--pack", str(AGENT), "--only")]
    with Terminal(command, place.shop, place.env) as terminal:
        terminal.shows("Backend Specialist")
        terminal.send("\t")
        terminal.shows("r review")
        for keys in ("y", "jj", "\r", "o", "r", "p", "f", "because\r", "R", "L", "q"):
            terminal.send(keys)
            terminal.rest()
        terminal.leave()
    log = (place.home / "strace").read_text("utf-8")
    assert sockets(log) == [], log
    assert "socketpair(AF_UNIX" in log  # the event loop's own: so the log is one
    assert not re.search(r"connect\((?!\d+, \{sa_family=AF_UNIX)", log), log
    tell("network", 1)


def connected(log: str) -> set[str]:
    """The programs that connected to anything: what each process had last become."""
    programs: dict[str, str] = {}
    found = set()
    for line in log.splitlines():
        process = line.partition(" ")[0]
        if became := re.search(r'execve\("([^"]+)".*= 0$', line):
            programs[process] = became[1].rpartition("/")[2]
        elif "connect(" in line and NAMES not in line:
            found.add(programs.get(process, "vade"))
    return found


@pytest.mark.skipif(not TMUX, reason="needs the program tmux")
def test_only_the_clipboards_child_connects_and_only_to_tmux(place: Place) -> None:
    tmux = [TMUX, "-f", "/dev/null", "-S", str(place.home / "tmux")]
    subprocess.run([*tmux, "new-session", "-d", "sleep 600"], check=True, env=dict(place.env))
    try:
        pid = subprocess.check_output([*tmux, "display", "-p", "#{pid}"], text=True).strip()
        env = {**place.env, "TMUX": f"{place.home / 'tmux'},{pid},0", "DISPLAY": ""}
        command = [*trace(place), *place.command("--pack", str(AGENT), "--only")]
        with Terminal(command, place.shop, env) as terminal:
            terminal.shows("Backend Specialist")
            terminal.send("\t/rate limiter\r")
            terminal.rest()
            terminal.send("\x1b[B\ty")
            terminal.shows("tmux")
            terminal.leave()
        assert subprocess.check_output([*tmux, "show-buffer"], text=True).strip()
    finally:
        subprocess.run([*tmux, "kill-server"], check=False)
    log = (place.home / "strace").read_text("utf-8")
    assert sockets(log) == [], log
    assert connected(log) == {"tmux"}
    assert not re.search(r"connect\((?!\d+, \{sa_family=AF_UNIX)", log), log
    tell("network", 1)
