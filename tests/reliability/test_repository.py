"""A hostile repository, met by every command and the review's screens: nothing of it runs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from project.test_facts import hostile
from reliability.figures import FULL, tell
from reliability.place import AGENT, Place
from review.repository import git

pytestmark = pytest.mark.slow

COMMANDS = (
    ("search", "validation"),
    ("library", "check"),
    ("review", "start", "review-checklist"),
    ("review", "answer", "logging", "fail", "--reason", "x", "--evidence", "src/b.py:1"),
    ("review", "show", "--json"),
    ("review", "finish"),
    ("review", "export"),
    ("review", "start", "review-checklist", "--again"),
    ("review", "compare"),
    ("review", "gate", "--last"),
    ("review", "list"),
)


def included(shop: Path, trap: Path) -> None:
    """The same through an included file, which only a condition brings in."""
    extra = shop / ".git" / "extra"
    extra.write_text(f"[core]\n\tfsmonitor = {trap}\n\thooksPath = {trap.parent}\n", "utf-8")
    git(shop, "config", "include.path", "extra")
    git(shop, "config", f"includeIf.gitdir:{shop}/.path", "extra")


def of_the_worktree(shop: Path, trap: Path) -> None:
    git(shop, "config", "extensions.worktreeConfig", "true")
    config = f"[core]\n\tfsmonitor = {trap}\n\tsshCommand = {trap}\n[diff]\n\texternal = {trap}\n"
    (shop / ".git" / "config.worktree").write_text(config, "utf-8")


def work_tree_elsewhere(shop: Path, trap: Path) -> None:
    (trap.parent / "tree").mkdir()
    git(shop, "config", "core.worktree", str(trap.parent / "tree"))


def submodule(shop: Path, trap: Path) -> None:
    (shop / ".gitmodules").write_text(
        f'[submodule "x"]\n\tpath = sub\n\turl = ext::{trap}\n\tupdate = !{trap}\n', "utf-8"
    )
    git(shop, "config", "submodule.x.url", f"ext::{trap}")
    git(shop, "config", "submodule.recurse", "true")
    git(shop, "config", "protocol.ext.allow", "always")


def promisor(shop: Path, trap: Path) -> None:
    """A blob is missing, and the place to fetch it from is a command."""
    blob = git(shop, "rev-parse", "HEAD:src/b.py")
    (shop / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    git(shop, "config", "remote.origin.url", f"ext::{trap}")
    git(shop, "config", "protocol.ext.allow", "always")
    git(shop, "config", "protocol.allow", "always")


def gitdir_file(shop: Path, trap: Path) -> None:
    """`.git` is a file that points at a folder of the attacker's."""
    (shop / ".git").rename(shop / "evil")
    (shop / ".git").write_text("gitdir: evil\n", "utf-8")


TRICKS = (included, of_the_worktree, work_tree_elsewhere, submodule, promisor, gitdir_file)


@pytest.mark.parametrize("trick", TRICKS, ids=lambda t: t.__name__)
def test_the_canary_never_sings(place: Place, trick: object) -> None:
    canary = place.home / "canary"
    hostile(place.shop, canary)
    trap = canary.with_suffix(".sh")
    trick(place.shop, trap)  # type: ignore[operator]
    env = {
        "GIT_SSH_COMMAND": str(trap),
        "GIT_EXTERNAL_DIFF": str(trap),
        "GIT_PAGER": str(trap),
        "GIT_ASKPASS": str(trap),
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.fsmonitor",
        "GIT_CONFIG_VALUE_0": str(trap),
        "GIT_DIR": str(place.home / "nowhere"),
    }
    canary.unlink(missing_ok=True)
    commands = COMMANDS if FULL else COMMANDS[2:7:2]
    for args in commands:
        done = place.run("--pack", str(AGENT), "--only", *args, **env)
        assert not canary.exists(), f"{args}: {canary.read_text('utf-8')}"
        assert "unexpected" not in done.stderr, done.stderr
    if FULL or trick in {promisor, of_the_worktree}:
        walk_the_screens(place, env)
    assert not canary.exists(), canary.read_text("utf-8")
    shutil.rmtree(place.state)
    tell("repository", len(commands) + 1)


def walk_the_screens(place: Place, env: dict[str, str]) -> None:
    with place.screens(**env) as terminal:
        terminal.shows("Backend Specialist")
        terminal.send("\t")
        terminal.shows("r review")
        for keys in ("r", "p", "v", "src", "\x1b", "F", "\x1b", "q"):
            terminal.send(keys)
            terminal.rest()
        terminal.leave()
