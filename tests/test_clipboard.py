"""Who takes the clipboard's text, in which order, and what is said when nobody does."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from vade.clipboard import copy, osc52
from vade.errors import VadeError


def program(folder: Path, name: str, status: int = 0) -> None:
    path = folder / name
    path.write_text(f'#!/bin/sh\n/bin/cat > "{folder}/{name}.got"\nexit {status}\n')
    path.chmod(0o755)


def environment(folder: Path, **more: str) -> dict[str, str]:
    return {"PATH": str(folder), "TERM": "xterm-256color", **more}


def test_wayland_is_asked_before_x(tmp_path: Path) -> None:
    program(tmp_path, "wl-copy")
    program(tmp_path, "xclip")
    env = environment(tmp_path, WAYLAND_DISPLAY="wayland-0", DISPLAY=":0")
    assert copy("a\nb ✓", env) == "wl-copy"
    assert (tmp_path / "wl-copy.got").read_text(encoding="utf-8") == "a\nb ✓"


def test_a_program_without_its_display_is_not_asked(tmp_path: Path) -> None:
    program(tmp_path, "xclip")
    program(tmp_path, "tmux")
    assert copy("x", environment(tmp_path, TMUX="/tmp/s,1,0")) == "tmux"


def test_a_program_that_fails_hands_over_to_the_next(tmp_path: Path) -> None:
    program(tmp_path, "xclip", status=1)
    program(tmp_path, "xsel")
    assert copy("x", environment(tmp_path, DISPLAY=":0")) == "xsel"


def test_windows_gets_utf_16(tmp_path: Path) -> None:
    program(tmp_path, "clip.exe")
    copy("é", environment(tmp_path, WSL_DISTRO_NAME="Debian"))
    assert (tmp_path / "clip.exe.got").read_bytes() == "é".encode("utf-16-le")


def test_the_terminal_is_the_last_resort_and_is_named_honestly(tmp_path: Path) -> None:
    written: list[str] = []
    said = copy("token", environment(tmp_path), written.append)
    assert "OSC 52" in said
    assert "up to your terminal" in said
    payload = written[0].removeprefix("\x1b]52;c;").removesuffix("\x07")
    assert base64.b64decode(payload) == b"token"


def test_a_dumb_terminal_has_no_clipboard(tmp_path: Path) -> None:
    with pytest.raises(VadeError, match="no clipboard"):
        copy("x", {"PATH": str(tmp_path), "TERM": "dumb"})


def test_more_than_a_terminal_takes_is_refused() -> None:
    with pytest.raises(VadeError, match="more than a terminal takes"):
        osc52("x" * 80_000)
