"""Who edits what comes with Vade edits a copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from vade.errors import VadeError
from vade.paths import Paths, bundled
from vade.tui.own_copy import is_own, own_copy
from vade.workspace import Workspace


def test_editing_what_comes_with_vade_edits_a_copy(tmp_path: Path) -> None:
    library = Workspace.open(tmp_path).library()
    entry = next(e for e in library.entries if e.path.is_relative_to(bundled() / "content"))
    paths = Paths(tmp_path, tmp_path, tmp_path, tmp_path)
    path, copied = own_copy(entry, paths)
    assert copied
    assert path.is_relative_to(tmp_path / "packs/mine")
    assert path.read_bytes() == entry.path.read_bytes()
    assert own_copy(entry, paths) == (path, False)
    assert not is_own(path, entry)
    assert not path.exists()


def full_disk(_: int) -> None:
    raise OSError(28, "No space left on device")


def test_a_copy_that_cannot_be_written_whole_is_no_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = next(e for e in Workspace.open(tmp_path).library().entries)
    monkeypatch.setattr("vade.files.os.fsync", full_disk)
    own = tmp_path / "own"
    with pytest.raises(VadeError, match="No space left"):
        own_copy(entry, Paths(own, own, own, own))
    assert [path for path in own.rglob("*") if path.is_file()] == []


def test_an_editor_may_leave_anything_in_the_place_of_a_copy(tmp_path: Path) -> None:
    library = Workspace.open(tmp_path).library()
    entry = next(e for e in library.entries if e.path.is_relative_to(bundled() / "content"))
    path, _ = own_copy(entry, Paths(tmp_path, tmp_path, tmp_path, tmp_path))
    path.write_text("# Mine\n", encoding="utf-8")
    assert is_own(path, entry)
    path.unlink()
    assert not is_own(path, entry)
    path.mkdir()
    with pytest.raises(VadeError, match="no regular file"):
        is_own(path, entry)
