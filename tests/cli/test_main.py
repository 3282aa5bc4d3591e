"""Which word is a command, which a query, and how errors are said."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cli import running
from vade.cli import _interrupted
from vade.cli.main import COMMANDS


def vade(*arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "vade", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), **env},
    )


@pytest.mark.parametrize("words", [(), ("rate", "limiting"), ("--", "list"), ("list of things",)])
def test_without_a_terminal_the_screens_say_what_to_run_instead(words: tuple[str, ...]) -> None:
    ran = vade(*words)
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert "the screens need a terminal" in ran.stderr
    assert "vade search" in ran.stderr


def test_a_word_that_is_nearly_a_command_gets_a_suggestion() -> None:
    ran = vade("serch")
    assert ran.returncode == 2
    assert "`vade search`" in ran.stderr
    assert "vade -- serch" in ran.stderr


def test_a_pack_that_is_not_there_is_said_by_name() -> None:
    ran = vade("--pack", "no/such/pack", "paths")
    assert ran.returncode == 2
    assert ran.stderr.endswith("no/such/pack: no such file or folder\n")


@pytest.mark.parametrize("place", ["before", "after"])
def test_pack_is_taken_before_and_after_the_command(place: str, tmp_path: Path) -> None:
    option = ("--pack", str(tmp_path))
    ran = vade(*option, "paths") if place == "before" else vade("paths", *option)
    assert ran.returncode == 0


def test_an_unknown_configuration_key_is_one_clear_line(own_home: Path) -> None:
    (own_home / "config").mkdir()
    (own_home / "config" / "config.toml").write_text("reviewr = 'Ada'\n")
    ran = vade("config", "check")
    assert ran.returncode == 2
    assert "unknown key 'reviewr'. Did you mean reviewer?" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_wrong_configuration_stops_no_command_that_needs_none_of_it(own_home: Path) -> None:
    (own_home / "config").mkdir()
    (own_home / "config" / "config.toml").write_text("reviewr = 'Ada'\n")
    assert vade("show", "backend-specialist").returncode == 0


def test_a_closed_pipe_is_quiet() -> None:
    command = f"{sys.executable} -m vade config show | head -1"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    ran = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True, env=env)
    assert ran.stderr == ""


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str) -> None:
    ran = running.vade(name, "--help")
    assert ran.returncode == 0
    assert "Example" in ran.stdout
    assert "--pack" in ran.stdout


def test_a_wrong_configuration_can_be_edited_and_is_checked_afterwards(own_home: Path) -> None:
    (own_home / "config").mkdir()
    file = own_home / "config" / "config.toml"
    file.write_text("reviewr = 'Ada'\n")
    ran = vade("config", "edit", EDITOR="sed -i s/reviewr/reviewer/", VISUAL="")
    assert ran.returncode == 0
    assert file.read_text() == "reviewer = 'Ada'\n"


def test_an_editor_that_fails_is_said_and_the_configuration_is_as_it_was(own_home: Path) -> None:
    ran = vade("config", "edit", EDITOR="false", VISUAL="")
    assert (ran.returncode, ran.stderr) == (2, "vade: false: ended with status 1\n")
    ran = vade("config", "edit", EDITOR="/no/such/editor", VISUAL="")
    assert (ran.returncode, "No such file" in ran.stderr) == (2, True)


def test_the_configured_editor_goes_before_the_environments(own_home: Path) -> None:
    (own_home / "config").mkdir()
    file = own_home / "config" / "config.toml"
    file.write_text("editor = 'sed -i s/sed/ed/'\n")
    assert vade("config", "edit", EDITOR="false", VISUAL="false").returncode == 0
    assert file.read_text() == "editor = 'ed -i s/sed/ed/'\n"


@pytest.mark.skipif(os.name != "posix", reason="Windows knows no end by a signal")
def test_an_interrupt_that_python_would_drop_ends_the_process() -> None:
    script = """
import sys, weakref
import vade.cli
from vade.cli import main
class Thing: pass
def struck(_): raise KeyboardInterrupt
def command(args, **_):
    thing = Thing()
    watched = weakref.ref(thing, struck)
    del thing
sys.argv = ["vade", "paths"]
main.vade.main = command
vade.cli.run()
"""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run([sys.executable, "-c", script], env=env, check=False)
    assert done.returncode == -signal.SIGINT


def test_an_interrupt_wrapped_by_an_import_is_an_interrupt() -> None:
    wrapped = RuntimeError("Error calling __set_name__")
    wrapped.__cause__ = KeyboardInterrupt()
    assert _interrupted(wrapped)
    assert not _interrupted(ValueError("x"))
