"""One key of config.toml changes; the rest stays as the user wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest

from vade.errors import VadeError
from vade.settings import Settings
from vade.tui.config_file import put, put_key

WRITTEN = """# mine
reviewer = "Ada"  # me

[ui]
# looks
theme = "nord"
keys = "vim"

[keys]
"copy" = "ctrl+y"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "config.toml"


def test_a_file_that_is_not_there_is_begun(path: Path) -> None:
    assert put(path, "ui.theme", "nord").text("ui.theme") == "nord"
    assert path.read_text() == '[ui]\ntheme = "nord"\n'


def test_comments_and_other_keys_stay(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(WRITTEN)
    put(path, "ui.theme", "vade-light")
    put_key(path, "review.pass", "P")
    text = path.read_text()
    assert text == WRITTEN.replace('"nord"', '"vade-light"').replace(
        "[keys]\n", '[keys]\n"review.pass" = "P"\n'
    )
    assert Settings.read(path).keys == {"review.pass": "P", "copy": "ctrl+y"}


def test_a_key_can_be_taken_out(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(WRITTEN)
    assert put_key(path, "copy", None).keys == {}
    assert put(path, "ui.theme", None).text("ui.theme") == ""


def test_what_cannot_be_set_without_breaking_the_file_is_refused(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('ui = { theme = "nord" }\n')
    with pytest.raises(VadeError, match="cannot be set there"):
        put(path, "ui.theme", "vade-dark")
    assert path.read_text() == 'ui = { theme = "nord" }\n'
