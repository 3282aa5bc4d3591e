"""Whatever happens to the index, a search answers, and says what it did."""

from __future__ import annotations

import os
import pickle
import random
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from vade.search import manifest as manifests
from vade.workspace import Workspace

QUERIES = ("rate limiting", "kind:pattern fastapi", "title:redis -celery", '"sql injection"')
CORRUPTIONS = int(os.environ.get("VADE_CORRUPTIONS", "50"))
ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def ids(workspace: Workspace) -> list[list[str]]:
    """What a fresh run answers to all queries."""
    fresh = Workspace(workspace.cwd, workspace.env, workspace.paths, workspace.packs, only=True)
    return [[hit.entry.id for hit in fresh.search(text).hits] for text in QUERIES]


def notes(workspace: Workspace, query: str = "redis") -> str:
    fresh = Workspace(workspace.cwd, workspace.env, workspace.paths, workspace.packs, only=True)
    found = fresh.search(query)
    assert found.hits
    return " ".join(found.notes)


def files(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.is_file() and p.name != "lock")


def flip(path: Path, dice: random.Random) -> None:
    data = bytearray(path.read_bytes())
    if data:
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    path.write_bytes(data)


def cut(path: Path, dice: random.Random) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: dice.randrange(len(data) + 1)])


def lengthen(path: Path, dice: random.Random) -> None:
    path.write_bytes(path.read_bytes() + dice.randbytes(dice.randrange(1, 999)))


def scramble(path: Path, dice: random.Random) -> None:
    path.write_bytes(dice.randbytes(dice.randrange(5000)))


def lose(path: Path, _: random.Random) -> None:
    path.unlink()


def swap(path: Path, _: random.Random) -> None:
    other = next(p for p in files(path.parent.parent) if p != path)
    path.write_bytes(other.read_bytes())


DAMAGES: tuple[Callable[[Path, random.Random], None], ...] = (
    flip, cut, lengthen, scramble, lose, swap,
)  # fmt: skip


def test_after_any_corruption_the_answers_are_the_same(workspace: Workspace) -> None:
    right = ids(workspace)
    assert all(right)
    dice = random.Random(6)
    for number in range(CORRUPTIONS):
        damage = dice.choice(DAMAGES)
        path = dice.choice(files(workspace.paths.index))
        damage(path, dice)
        assert ids(workspace) == right, (number, damage.__name__, path.name)


@pytest.mark.parametrize("name", ["table", "vade_*.seg", "_vade_1.toc", "current.json"])
def test_a_damaged_file_is_said_and_the_index_is_built_again(
    workspace: Workspace, name: str
) -> None:
    ids(workspace)
    flip(next(workspace.paths.index.rglob(name)), random.Random(1))
    query = "kind:topic redis"
    if name != "current.json":  # without it there is no index to speak of
        assert "it was built again" in notes(workspace, query)
    assert notes(workspace, query) == ""


def test_damage_under_an_open_index_is_met_with_a_new_one(workspace: Workspace) -> None:
    workspace.search("redis")
    for path in files(workspace.paths.index):
        path.unlink()
    assert workspace.search("kind:pattern fastapi").hits


class Bomb:
    """Writes a file when it is unpickled."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, ...]:
        return (Path.touch, (self.mark,))


def test_a_poisoned_table_of_contents_is_never_unpickled(
    workspace: Workspace, tmp_path: Path
) -> None:
    ids(workspace)
    bomb = pickle.dumps(Bomb(tmp_path / "exploded"))
    for toc in workspace.paths.index.rglob("*.toc"):
        toc.write_bytes(bomb)
    assert notes(workspace, "kind:pattern fastapi")
    assert not (tmp_path / "exploded").exists()
    pickle.loads(bomb)  # the bomb is one
    assert (tmp_path / "exploded").exists()


def test_a_linked_cache_is_not_followed(workspace: Workspace, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign"
    foreign.mkdir(mode=0o700)
    workspace.paths.index.parent.mkdir(parents=True, exist_ok=True)
    workspace.paths.index.symlink_to(foreign)
    assert "is a link" in notes(workspace)
    assert list(foreign.iterdir()) == []


def test_a_cache_behind_a_link_is_not_followed(workspace: Workspace, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign"
    foreign.mkdir(mode=0o700)
    workspace.paths.cache.symlink_to(foreign)
    assert "behind a link" in notes(workspace)
    assert not (foreign / "index").exists()


def test_a_part_that_became_a_link_is_not_opened(workspace: Workspace, tmp_path: Path) -> None:
    right = ids(workspace)
    part = next(workspace.paths.index.glob("p-*"))
    part.rename(tmp_path / "elsewhere")
    part.symlink_to(tmp_path / "elsewhere")
    assert "it was built again" in notes(workspace)
    assert ids(workspace) == right


@pytest.mark.skipif(not ROOT, reason="only root can give a folder away")
def test_a_cache_of_someone_else_is_not_opened(workspace: Workspace) -> None:
    ids(workspace)
    os.chown(workspace.paths.index, 12345, 12345)
    assert "belongs to someone else" in notes(workspace)


def test_a_folder_that_others_may_write_is_closed_before_it_is_used(workspace: Workspace) -> None:
    right = ids(workspace)
    workspace.paths.index.chmod(0o777)
    assert ids(workspace) == right
    assert workspace.paths.index.stat().st_mode & 0o777 == 0o700


def test_a_file_where_the_folder_should_be(workspace: Workspace) -> None:
    workspace.paths.index.parent.mkdir(parents=True, exist_ok=True)
    workspace.paths.index.write_text("not a folder")
    assert "in memory" in notes(workspace)


@pytest.mark.parametrize(
    "error", [OSError(28, "No space left on device"), OSError(30, "Read-only file system")]
)
def test_a_full_or_readonly_disk_is_answered_from_memory(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr("vade.search.building.Path.write_bytes", refuse)
    said = notes(workspace)
    assert error.strerror in said
    assert "in memory" in said


def test_a_full_disk_costs_no_index_that_is_there(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = ids(workspace)

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("vade.search.building.Path.write_bytes", refuse)
        workspace.index.update(replace(workspace.library(), stamp="another"))
    assert ids(workspace) == right


def test_an_index_of_a_newer_version_is_built_again(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(manifests, "FORMAT", manifests.FORMAT + 1)
        right = ids(workspace)
    assert ids(workspace) == right


def test_two_builders_at_once_leave_one_good_index(workspace: Workspace) -> None:
    asked = ("--only", "--pack", str(workspace.packs[0]), "search", "redis")
    command = (sys.executable, "-m", "vade", *asked)
    env = {**os.environ, **workspace.env}
    both = [
        subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    said = [one.communicate(timeout=60) for one in both]
    assert [one.returncode for one in both] == [0, 0], said
    assert said[0][0] == said[1][0]
    assert notes(workspace) == ""
    assert len(list(workspace.paths.index.glob("p-*"))) == 1


def test_nothing_is_written_to_a_shared_folder(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    assert notes(workspace) == ""
    workspace.paths.index.chmod(0o700)
    monkeypatch.setattr("vade.search.generations.prepare", lambda _: Path("/none").stat())
    workspace.index.update(replace(workspace.library(), stamp="another"))
    assert workspace.index.query("redis").notes
