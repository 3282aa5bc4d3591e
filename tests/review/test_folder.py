"""A file lands in the folder that was looked at, or nowhere."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from vade.errors import VadeError
from vade.review.export import write as module
from vade.review.export.folder import Folder
from vade.review.export.write import write

posix = pytest.mark.skipif(os.name != "posix", reason="Windows holds no folder open")


@posix
def test_a_folder_swapped_for_a_link_after_the_look_is_not_written_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, outside = tmp_path / "shop", tmp_path / "outside"
    (root / "docs").mkdir(parents=True)
    outside.mkdir()
    look = module.guard

    def swapped(path: Path, root: Path) -> None:
        look(path, root)
        (root / "docs").rmdir()
        (root / "docs").symlink_to(outside)

    monkeypatch.setattr(module, "guard", swapped)
    with pytest.raises(VadeError, match="cannot be written"):
        write(root / "docs" / "r.md", "text", root, replace=False)
    assert list(outside.iterdir()) == []


def test_missing_folders_are_made_below_the_root_and_outside_it(tmp_path: Path) -> None:
    for path in (tmp_path / "a" / "b" / "r.md", tmp_path.parent / "elsewhere" / "c" / "r.md"):
        write(path, "text", tmp_path, replace=False)
        assert path.read_text("utf-8") == "text"
        assert [p.name for p in path.parent.iterdir()] == ["r.md"]


def test_a_name_that_is_taken_is_not_given_again(tmp_path: Path) -> None:
    (tmp_path / "new").write_text("old", "utf-8")
    with Folder.held(tmp_path, tmp_path) as folder:
        os.close(folder.create("made"))
        with pytest.raises(FileExistsError):
            folder.rename("made", "new")
    assert (tmp_path / "new").read_text("utf-8") == "old"


def test_a_name_that_could_not_be_given_is_left_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(VadeError, match="No space left"):
        write(tmp_path / "r.md", "text", tmp_path, replace=False)
    assert list(tmp_path.iterdir()) == []


def test_where_no_folder_can_be_held_names_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vade.review.export.folder._HELD", False)
    write(tmp_path / "a" / "r.md", "one", tmp_path, replace=False)
    write(tmp_path / "a" / "r.md", "two", tmp_path, replace=True)
    assert (tmp_path / "a" / "r.md").read_text("utf-8") == "two"
    assert [p.name for p in (tmp_path / "a").iterdir()] == ["r.md"]
