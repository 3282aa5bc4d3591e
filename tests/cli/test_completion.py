"""What the tab key offers, and that shells understand it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from vade.cli import _status
from vade.cli.main import vade
from vade.paths import Paths
from vade.workspace import Workspace

PACK = """---
name: ops
description: Operations.
---
# Ops

## Your Expertise

### Nights
- **Pager**: who is called.
- **Rotation**: who is next.

## Review Checklist
- [ ] **Pager**: somebody has it.
- [ ] **Runbook**: it is there.
"""


@pytest.fixture
def indexed(own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index of one small pack, in a folder without a project."""
    pack = tmp_path / "team" / "agents"
    pack.mkdir(parents=True)
    (pack / "ops.md").write_text(PACK)
    workspace = Workspace.open(tmp_path, os.environ, (tmp_path / "team",), only=True)
    workspace.index.update(workspace.library())
    monkeypatch.chdir(tmp_path)


def offered(*words: str) -> list[str]:
    """What is offered for the last of the words on a command line."""
    shell = ShellComplete(vade, {}, "vade", "_VADE_COMPLETE")
    return [str(item.value) for item in shell.get_completions(list(words[:-1]), words[-1])]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (("sh",), ["show"]),
        (("review", "st"), ["start"]),
        (("review", "gate", "--sa"), ["--same-head"]),
        (("show", ""), ["ops"]),
        (("show", "rot"), ["rotation"]),
        (("show", "pag"), []),  # two are called so: more is wanted
        (("show", "nights/pag"), ["nights/pager"]),
        (("copy", "team:ops/nights/r"), ["team:ops/nights/rotation"]),
        (("review", "start", ""), ["ops/review-checklist"]),
        (("review", "start", "--checklist", "rev"), ["review-checklist"]),
        (("review", "gate", "--require", "ops"), ["ops/review-checklist"]),
        (("search", "--kind", "c"), ["check"]),
        (("list", "to"), ["topic"]),
        (("completion", "z"), ["zsh"]),
        (("library", "check", "--explain", "too-"), ["too-large", "too-many-parts"]),
    ],
)
@pytest.mark.usefixtures("indexed")
def test_the_index_is_offered(words: tuple[str, ...], wanted: list[str]) -> None:
    assert offered(*words) == wanted


def test_without_an_index_nothing_is_offered_and_nothing_is_said() -> None:
    assert offered("show", "r") == []
    assert offered("review", "start", "") == []
    assert not Paths.from_environment(os.environ).index.exists()


@pytest.mark.usefixtures("indexed")
def test_the_items_of_the_draft_are_offered(tmp_path: Path) -> None:
    assert offered("review", "answer", "") == []
    given = ("--pack", str(tmp_path / "team"), "--only")
    assert _status(["review", "start", "ops/review-checklist", *given]) == 0
    assert offered("review", "answer", "") == ["pager", "runbook"]
    assert offered("review", "answer", "ru") == ["runbook"]


def test_added_packs_are_offered_for_removal(tmp_path: Path) -> None:
    assert _status(["library", "add", str(tmp_path), "--name", "team"]) == 0
    assert offered("library", "remove", "t") == ["team"]


def shell_environment(tmp_path: Path) -> dict[str, str]:
    command = tmp_path / "bin" / "vade"
    command.parent.mkdir(exist_ok=True)
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -W ignore -m vade "$@"\n')
    command.chmod(0o755)
    return {
        **os.environ,
        "PATH": f"{command.parent}:{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join(p for p in sys.path if p),
    }


SCRIPTS = {
    "bash": 'eval "$(vade completion bash)"; COMP_WORDS=(vade show rot); COMP_CWORD=2; '
    'COMP_LINE="vade show rot"; _vade_completion vade; echo "${COMPREPLY[*]}"',
    "fish": 'vade completion fish | source; complete -C "vade show rot"',
    "zsh": 'autoload -U compinit; compinit -D; eval "$(vade completion zsh)"; '
    "compadd() { print -l $completions; }; _describe() { print ${(P)3%%:*}; }; "
    "words=(vade show rot); CURRENT=3; _vade_completion 2>/dev/null",
}


@pytest.mark.slow
@pytest.mark.parametrize("shell", SCRIPTS)
@pytest.mark.usefixtures("indexed")
def test_the_script_works_in_its_shell(shell: str, tmp_path: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} here")
    done = subprocess.run(
        [shell, "-c", SCRIPTS[shell]],
        env=shell_environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert "rotation" in done.stdout, done.stderr


def quickest(command: list[str], env: dict[str, str]) -> float:
    """The shortest of several runs: what the machine does beside it is not measured."""
    times = []
    for _ in range(7):
        began = time.perf_counter()
        subprocess.run(command, env=env, capture_output=True, check=True)
        times.append(time.perf_counter() - began)
    return min(times)


@pytest.mark.slow
@pytest.mark.usefixtures("indexed")
def test_a_completion_costs_a_few_imports_of_click(tmp_path: Path) -> None:
    env = shell_environment(tmp_path)
    asked = {**env, "_VADE_COMPLETE": "bash_complete", "COMP_WORDS": "vade show r"}
    whole = quickest([sys.executable, "-W", "ignore", "-m", "vade"], {**asked, "COMP_CWORD": "2"})
    assert whole <= 6 * quickest([sys.executable, "-c", "import click.shell_completion"], env)
