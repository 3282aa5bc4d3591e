"""Building an index touches no folder that others may write."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from vade.workspace import Workspace


def test_a_build_writes_nothing_into_the_shared_folder_for_temporary_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared, pack = tmp_path / "shared", tmp_path / "pack"
    for folder in (shared, pack):
        folder.mkdir()
    shared.chmod(0o500)
    (pack / "page.md").write_text("# Page\n\n## Checklist\n- [ ] **Pager**: somebody has it.\n")
    monkeypatch.setattr(tempfile, "tempdir", str(shared / "not-there"))
    workspace = Workspace.open(tmp_path, None, (pack,), only=True)
    assert workspace.search("pager").hits
    assert list(shared.iterdir()) == []
