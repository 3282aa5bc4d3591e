"""What the terminal says of itself, and what is chosen by it."""

from __future__ import annotations

from pathlib import Path

from vade.tui.terminal import is_light, is_remote
from vade.tui.theming_app import Theming
from vade.workspace import Workspace


def test_the_terminal_says_its_background_in_any_number_of_digits() -> None:
    assert is_light(b"\x1b]11;rgb:ffff/ffff/ffff\x07\x1b[?62c") is True
    assert is_light(b"\x1b]11;rgb:1e/1e/2e\x1b\\") is False
    assert is_light(b"\x1b[?62c") is None


def test_ssh_is_known_by_its_variables() -> None:
    assert is_remote({"SSH_TTY": "/dev/pts/1"})
    assert not is_remote({})


def test_a_light_terminal_gets_a_light_theme() -> None:
    class Dressed(Theming):
        workspace = Workspace.open(Path.cwd(), {})

    for light, name in ((True, "vade-light"), (False, "vade-dark"), (None, "vade-dark")):
        app = Dressed()
        app.light_terminal = light
        app.dress()
        assert app.theme == name
