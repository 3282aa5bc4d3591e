from __future__ import annotations

from pathlib import Path

import pytest

from vade.errors import VadeError
from vade.settings import KEYS, Settings


def settings(tmp_path: Path, text: str) -> Settings:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    return Settings.read(path)


def test_a_missing_file_is_all_defaults(tmp_path: Path) -> None:
    read = Settings.read(tmp_path / "config.toml")
    assert {key.name: read[key.name] for key in KEYS} == {key.name: key.default for key in KEYS}


def test_values_and_keys_are_read(tmp_path: Path) -> None:
    read = settings(tmp_path, 'reviewer = "Ada"\n[review]\nfail-on = "major"\n[keys]\nquit = "f10"')
    assert read.text("reviewer") == "Ada"
    assert read.text("review.fail-on") == "major"
    assert read.keys == {"quit": "f10"}


def test_the_mark_that_windows_editors_write_is_no_part_of_the_text(tmp_path: Path) -> None:
    assert settings(tmp_path, '\ufeffreviewer = "Ada"\n').text("reviewer") == "Ada"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[review]\nfolders = 'x'", "unknown key 'review.folders'. Did you mean review.folder?"),
        ("[ui]\nhint = 'no'", "ui.hint takes true or false"),
        ("[ui]\nkeys = 'nano'", "ui.keys takes one of default, vim, emacs"),
        ("reviewer = ", "cannot be read"),
        ("[keys]\nquit = 3", "[keys] maps a binding's id to a key"),
    ],
)
def test_what_is_wrong_is_said_with_the_file(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(VadeError) as caught:
        settings(tmp_path, text)
    assert message in str(caught.value)
    assert str(tmp_path / "config.toml") in str(caught.value)
