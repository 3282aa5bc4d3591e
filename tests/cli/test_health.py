"""`vade paths --check`: what is said of a machine that has everything, and of one that lacks it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from vade.cli import _status
from vade.cli.health import State, examine
from vade.workspace import Workspace

HERE = (True, "utf-8", "linux")


def program(folder: Path, name: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text("#!/bin/sh\n")
    (folder / name).chmod(0o755)


def states(tmp_path: Path, streams: tuple[bool, str, str] = HERE, **env: str) -> dict[str, State]:
    (tmp_path / "bin").mkdir(exist_ok=True)
    (tmp_path / "pack").mkdir(exist_ok=True)
    folders = {f"VADE_{k}_DIR": str(tmp_path / k) for k in ("CONFIG", "DATA", "STATE", "CACHE")}
    every = {"PATH": str(tmp_path / "bin"), "TERM": "xterm", **folders, **env}
    workspace = Workspace.open(tmp_path, every, (tmp_path / "pack",), only=True)
    return {finding.name: finding.state for finding in examine(workspace, streams)}


def test_a_machine_that_has_everything_is_well(tmp_path: Path) -> None:
    for name in ("git", "xclip", "nano"):
        program(tmp_path / "bin", name)
    found = states(tmp_path, DISPLAY=":0", EDITOR="nano -w")
    assert {name for name, state in found.items() if state is not State.WELL} == {"index"}


@pytest.mark.parametrize(
    ("streams", "env", "name", "state"),
    [
        ((False, "utf-8", "linux"), {}, "terminal", State.NOTE),
        (HERE, {"TERM": "dumb"}, "terminal", State.NOTE),
        ((True, "ascii", "linux"), {}, "encoding", State.NOTE),
        ((True, "cp1252", "win32"), {}, "encoding", State.NOTE),
        (HERE, {}, "clipboard", State.NOTE),
        (HERE, {}, "editor", State.NOTE),
        (HERE, {"EDITOR": "no-such-editor"}, "editor", State.BAD),
        (HERE, {"EDITOR": "'"}, "editor", State.BAD),
        (HERE, {}, "git", State.NOTE),
    ],
)
def test_what_is_missing_is_named(
    tmp_path: Path,
    streams: tuple[bool, str, str],
    env: dict[str, str],
    name: str,
    state: State,
) -> None:
    assert states(tmp_path, streams, **env)[name] is state


def test_a_wrong_configuration_a_folder_that_is_a_file_and_a_broken_pack_are_bad(
    tmp_path: Path,
) -> None:
    (tmp_path / "CONFIG").mkdir()
    (tmp_path / "CONFIG" / "config.toml").write_text("reviewr = 1\n")
    (tmp_path / "STATE").write_text("")
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "bad.md").write_bytes(bytes(range(256)) * 4)
    found = states(tmp_path)
    assert {name for name, state in found.items() if state is State.BAD} == {
        "config",
        "state folder",
        "packs",
    }


def test_the_command_prints_a_line_each_and_changes_nothing(
    own_home: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("EDITOR", "no-such-editor")
    words = ["paths", "--check", "--pack", str(tmp_path), "--only"]
    assert _status(words) == 1
    assert "bad   editor" in capsys.readouterr().out
    assert _status([*words, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["checks"][0]["name"] == "python"
    assert [p.name for p in own_home.iterdir() if p.name != "cache"] == []
