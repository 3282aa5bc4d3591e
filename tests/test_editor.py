"""The editor as a program, however it ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from vade.editor import command, run
from vade.errors import VadeError


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("exit 0", ""),
        ("exit 3", "ended with status 3"),
        ("kill -9 $$", "was ended by SIGKILL"),
        ("kill -40 $$", "was ended by signal 40"),
    ],
)
def test_every_end_of_an_editor_has_words(script: str, said: str) -> None:
    assert run(["sh", "-c", script]) == said


def test_an_editor_that_cannot_be_run_has_words_too(tmp_path: Path) -> None:
    assert run([str(tmp_path / "none")]) == "No such file or directory"
    assert run([str(tmp_path)]) == "Permission denied"
    assert run([str(tmp_path / "a\0b")]) == "cannot be run"
    assert run(["a\0b"]) == run(["no-such-editor"]) == "is not on the PATH"


@pytest.mark.parametrize(("wanted", "said"), [("it's", "cannot be read"), ("", "no editor is set")])
def test_what_is_no_command_is_refused(wanted: str, said: str) -> None:
    with pytest.raises(VadeError, match=said):
        command(wanted, Path("notes.md"), 1)
