"""Where the code branches on the platform: each branch is taken, with the platform faked."""

from __future__ import annotations

import os
import signal
import sys
import types
from pathlib import Path

import pytest
from platformdirs import macos, windows

from vade import clipboard, paths, plain_file
from vade.editor import command, own_interrupts, run
from vade.errors import VadeError
from vade.library.decoding import content_of, decode
from vade.paths import Paths
from vade.plain_file import read_plain
from vade.programs import which
from vade.project.git import Git
from vade.review.export import folder
from vade.search.place import locked
from vade.tui.leaving import ENDS
from vade.tui.terminal import background


def files(found: Paths) -> list[Path]:
    names = ("settings", "reviews", "marks", "packs", "added", "index", "parsed")
    return [getattr(found, name) for name in names]


def test_on_macos_all_lies_below_library_and_no_two_files_are_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(paths, "PlatformDirs", macos.MacOS)
    found = Paths.from_environment({})
    library = Path.home() / "Library"
    assert all(f.is_relative_to(library) for f in files(found))
    assert found.cache == library / "Caches" / "vade"
    assert len(set(files(found))) == 7


def test_on_windows_all_lies_below_the_local_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "PlatformDirs", windows.Windows)
    monkeypatch.setattr(windows, "get_win_folder", lambda _: str(tmp_path / "AppData"))
    found = Paths.from_environment({})
    assert all(f.is_relative_to(tmp_path / "AppData" / "vade") for f in files(found))
    assert len(set(files(found))) == 7


def test_the_environment_moves_the_folders_on_every_platform(tmp_path: Path) -> None:
    env = {f"VADE_{k}_DIR": str(tmp_path / k) for k in ("CONFIG", "DATA", "STATE", "CACHE")}
    assert Paths.from_environment(env).config == tmp_path / "CONFIG"


def test_a_home_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(VadeError, match="no such home folder"):
        Paths.from_environment({"HOME": str(tmp_path), "VADE_STATE_DIR": "~nobodyx/state"})


@pytest.mark.parametrize("text", [b"a\r\nb\r\n", b"\xef\xbb\xbfa\nb\n", b"a\r\nb\n"])
def test_lines_are_the_same_however_they_end(text: bytes) -> None:
    lines, _ = decode(text)
    assert lines[:2] == ["a", "b"]


def test_files_are_opened_as_bytes_where_the_platform_would_change_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows ends a text at Ctrl+Z and changes line ends, unless it is told `O_BINARY`."""
    binary, seen, real = 1 << 30, [], os.open

    def opened(path: Path, flags: int, mode: int = 0o777, dir_fd: int | None = None) -> int:
        seen.append(flags)
        return real(path, flags & ~binary, mode, dir_fd=dir_fd)

    fake = types.SimpleNamespace(**{**vars(os), "O_BINARY": binary, "open": opened})
    for module in (plain_file, folder):
        monkeypatch.setattr(module, "os", fake)
    (tmp_path / "a.md").write_bytes(b"a\x1ab\r\n")
    assert content_of(tmp_path / "a.md") == read_plain(tmp_path / "a.md", 100) == b"a\x1ab\r\n"
    os.close(folder.Folder(tmp_path, None).create("r.md"))
    opened_as_bytes = [flags for flags in seen if flags & binary]
    assert len(opened_as_bytes) == 3
    assert (tmp_path / "r.md").exists()


@pytest.mark.parametrize(
    ("platform", "env", "wanted"),
    [
        ("darwin", {}, "pbcopy"),
        ("linux", {}, ""),
        ("win32", {"SYSTEMROOT": "C:\\Windows"}, "clip.exe"),
        ("linux", {"WSL_DISTRO_NAME": "Debian"}, "clip.exe"),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, "wl-copy"),
    ],
)
def test_each_platform_has_its_clipboard(
    platform: str, env: dict[str, str], wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(clipboard, "which", lambda name, env: name)
    assert clipboard.taker(env) == wanted


def program(folder: Path, name: str) -> str:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text("#!/bin/sh\n")
    (folder / name).chmod(0o755)
    return str(folder / name)


@pytest.mark.parametrize("platform", ["linux", "win32"])
def test_no_program_is_taken_from_the_folder_at_hand(
    platform: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.chdir(tmp_path)
    for name in ("git", "git.exe", "git.bat"):
        program(tmp_path, name)
    env = {"PATH": os.pathsep.join(["", ".", "../" + tmp_path.name, str(tmp_path / "bin")])}
    assert which("git", env) == ""
    wanted = {"linux": "git", "win32": "git.exe"}[platform]
    there = program(tmp_path / "bin", wanted)
    assert which("git", env) == there
    assert which("git.exe", env) == ("" if platform == "linux" else str(tmp_path / "bin/git.exe"))


def test_git_and_the_editor_are_not_taken_from_the_folder_at_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.pathsep.join([".", ""]))
    program(tmp_path, "git")
    program(tmp_path, "vi")
    assert Git(tmp_path).run("rev-parse", "HEAD").error == "git is not installed"
    assert run(["vi", "notes.md"]) == "is not on the PATH"
    assert run(["./vi", "notes.md"]) == ""


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ('"C:\\Program Files\\Vim\\vim.exe" -n', ["C:\\Program Files\\Vim\\vim.exe", "-n", "+7"]),
        ("C:\\Tools\\Code.exe", ["C:\\Tools\\Code.exe", "--wait", "--goto"]),
    ],
)
def test_the_path_of_an_editor_on_windows_keeps_its_backslashes(
    wanted: str, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert command(wanted, Path("notes.md"), 7)[:-1] == words


def test_a_batch_file_is_no_editor_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert "batch file" in run(["C:\\Tools\\code.CMD", "a&calc.md"])


def test_windows_writes_to_its_console_and_not_to_a_device_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.chdir(tmp_path)
    clipboard._write_tty("x")
    assert (tmp_path / "CONOUT$").read_text() == "x"


def test_an_editor_gets_its_interrupts_where_there_are_any(monkeypatch: pytest.MonkeyPatch) -> None:
    assert own_interrupts() is not None
    monkeypatch.setattr(sys, "platform", "win32")
    assert own_interrupts() is None


def test_only_signals_that_the_platform_has_are_listened_for() -> None:
    assert {signal.SIGTERM, signal.SIGINT} <= set(ENDS)


@pytest.mark.parametrize("there", [True, False])
def test_one_writer_at_a_time_where_the_system_has_locks(
    there: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not there:
        monkeypatch.setitem(sys.modules, "fcntl", None)
    with locked(tmp_path):
        assert (tmp_path / "lock").exists() is there


def test_without_termios_the_terminal_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "termios", None)
    assert background({"TERM": "xterm"}) is None
