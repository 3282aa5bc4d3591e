"""Which folders are read, and what they are called."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from library.packs import agent, read
from vade.errors import NotFoundError, VadeError
from vade.library.added import Added, add, added, remove
from vade.library.layers import Root, pack_at, pack_name, roots
from vade.paths import Paths


@pytest.mark.parametrize(
    ("path", "name"),
    [(".agent", "agent"), (".claude/agents", "claude"), ("team", "team"), ("one.md", "one")],
)
def test_a_pack_is_named_by_its_folder(path: str, name: str) -> None:
    assert pack_name(Path("/home") / path) == name


def test_the_layers_of_a_home_and_a_project_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    paths = Paths(*(tmp_path / name for name in ("config", "data", "state", "cache")))
    agent(tmp_path / "home" / ".claude", "mine", "A")
    agent(paths.packs / "team", "theirs", "B")
    for name in (".vade", ".claude", ".github", ".agent"):
        agent(tmp_path / "shop" / name, "x", "C")
    found = roots(paths, tmp_path / "shop")
    assert [(root.layer, root.pack) for root in found] == [
        ("bundled", "vade"),
        ("bundled", "vade"),
        ("user", "team"),
        ("user", "claude"),
        ("project", "vade"),
        ("project", "claude"),
        ("project", "github"),
        ("project", "agent"),
    ]
    assert [r.path.name for r in roots(paths, tmp_path, [tmp_path], only=True)] == [tmp_path.name]


def test_what_else_lies_in_the_folder_of_packs_is_no_pack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    paths = Paths(*(tmp_path / name for name in ("config", "data", "state", "cache")))
    agent(paths.packs / "team", "theirs", "B")
    (paths.packs / ".DS_Store").write_bytes(b"\0")
    (paths.packs / "Notes.MARKDOWN").write_text("# Notes", "utf-8")
    (paths.packs / "gone").symlink_to(tmp_path / "nowhere")
    mine = [root for root in roots(paths, tmp_path / "shop") if root.layer == "user"]
    assert [root.pack for root in mine] == ["notes", "gone", "team"]


def test_a_folder_of_packs_that_cannot_be_read_is_said_and_the_rest_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    paths = Paths(*(tmp_path / name for name in ("config", "data", "state", "cache")))
    paths.packs.mkdir(parents=True)
    real = os.scandir

    def refused(folder: Path) -> object:
        if Path(folder) == paths.packs:
            raise PermissionError(13, "Permission denied")
        return real(folder)

    def names(folder: Path) -> list[Path]:
        return [Path(entry.path) for entry in refused(folder)]  # type: ignore[attr-defined]

    monkeypatch.setattr(os, "scandir", refused)
    monkeypatch.setattr(Path, "iterdir", names)
    library = read(*roots(paths, tmp_path / "shop"))
    assert [(d.path, d.code) for d in library.diagnostics] == [(paths.packs, "unreadable")]
    assert library.find("backend-specialist")


def test_a_file_that_is_no_markdown_is_no_pack(tmp_path: Path) -> None:
    (tmp_path / "passwd").write_text("root", "utf-8")
    with pytest.raises(VadeError, match="is no pack"):
        pack_at("passwd", tmp_path)


def test_added_packs_are_recorded_listed_and_forgotten(tmp_path: Path) -> None:
    register = tmp_path / "data" / "packs.json"
    team = Added("team", tmp_path)
    add(register, team)
    add(register, team)
    assert added(register) == (team,)
    with pytest.raises(VadeError, match="added already"):
        add(register, Added("team", tmp_path / "data"))
    assert remove(register, "team") == team
    with pytest.raises(NotFoundError, match="no added pack 'team'"):
        remove(register, "team")


def test_a_pack_that_went_away_is_a_warning(tmp_path: Path) -> None:
    (finding,) = read(Root("user", "team", tmp_path / "gone")).diagnostics
    assert (finding.code, finding.level) == ("pack-missing", "warning")
