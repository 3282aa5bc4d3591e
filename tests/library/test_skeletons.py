"""A new document is there whole or not at all, and takes nobody's place."""

from __future__ import annotations

from pathlib import Path

import pytest

from vade.errors import VadeError
from vade.library.skeletons import SKELETONS, begin


@pytest.mark.parametrize("kind", SKELETONS)
def test_a_disk_that_is_full_leaves_no_half_of_a_document(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("vade.files.os.fsync", full)
    with pytest.raises(VadeError, match="No space left"):
        begin(kind, "Mobile release", tmp_path)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_name_that_is_taken_is_left_alone(tmp_path: Path) -> None:
    path = begin("topic", "Rota", tmp_path)
    before = path.read_text(encoding="utf-8")
    with pytest.raises(VadeError, match="is there already"):
        begin("topic", "rota", tmp_path)
    assert path.read_text(encoding="utf-8") == before
    path.unlink()
    path.symlink_to(tmp_path / "nowhere")
    with pytest.raises(VadeError, match="is there already"):
        begin("topic", "Rota", tmp_path)
