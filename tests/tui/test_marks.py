"""Stars and recently opened entries on the disk: kept, or said that they are not."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import pytest

from tui.conftest import until
from vade.errors import VadeError
from vade.tui.marks import Marks


def fails(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_star_that_cannot_be_kept_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marks = Marks(tmp_path / "marks.json").toggle("a")
    monkeypatch.setattr("vade.tui.marks.write_whole", fails)
    with pytest.raises(VadeError, match="the star cannot be kept: No space"):
        marks.toggle("b")
    assert Marks.read(marks.path).stars == ("a",)


def test_opening_an_entry_needs_no_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    marks = Marks(tmp_path / "marks.json").toggle("a")
    monkeypatch.setattr("vade.tui.marks.write_whole", fails)
    assert marks.visit("b", "words").stars == ("a",)
    assert marks.forget().queries == ()


def test_a_damaged_file_is_kept_aside(tmp_path: Path) -> None:
    path = tmp_path / "marks.json"
    path.write_text('{"stars": ["a", "b"')
    assert Marks.read(path).stars == ()
    assert Marks(path).toggle("c").stars == ("c",)
    assert (tmp_path / "marks.json.damaged").read_text() == '{"stars": ["a", "b"'


def test_stars_that_cannot_be_read_now_are_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marks = Marks(tmp_path / "marks.json").toggle("a")
    with monkeypatch.context() as broken:
        broken.setattr(Path, "read_text", fails)
        with pytest.raises(VadeError):
            Marks.read(marks.path).toggle("b")
        Marks.read(marks.path).visit("b")
    assert Marks.read(marks.path).stars == ("a",)


async def test_a_star_that_is_not_kept_is_not_shown(
    opened: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened() as pilot:
        app = pilot.app
        await pilot.press("down", "enter")
        await pilot.pause()
        monkeypatch.setattr("vade.tui.marks.write_whole", fails)
        await pilot.press("*")
        await until(pilot, lambda: any("cannot be kept" in n.message for n in app._notifications))
        assert not Marks.read(app.workspace.paths.marks).stars
        assert not app.screen._browser.stars
