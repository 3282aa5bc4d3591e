"""The packs screen: what is read from where, added and removed by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tui.conftest import shown, until
from vade.library.diagnostic import Diagnostic, Level
from vade.library.layers import Root
from vade.library.manifest import Manifest
from vade.tui.app import VadeApp
from vade.tui.packs_rows import Shelved, about_rows
from vade.tui.screens.packs import PacksScreen
from vade.tui.widgets.row_list import RowList


@pytest.fixture(autouse=True)
def little_bundled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let one page come with Vade, so that reading and indexing take no time."""
    topics = tmp_path / "bundled/content/topics"
    topics.mkdir(parents=True)
    (topics / "one.md").write_text("---\ntitle: One\n---\n# One\nText.\n")
    monkeypatch.setattr("vade.library.layers.bundled", lambda: tmp_path / "bundled")


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """A pack with a manifest and one page."""
    folder = tmp_path / "team-pack"
    (folder / "topics").mkdir(parents=True)
    (folder / "pack.toml").write_text(
        'name = "team"\nversion = "1.4"\nlicense = "MIT"\ndescription = "How we work"\n'
    )
    (folder / "topics/rota.md").write_text("---\ntitle: Rota\n---\n# Rota\nWho is on call.\n")
    return folder


async def packs(pilot: Any) -> PacksScreen:
    """Go to the screen."""
    await pilot.press("escape", "L")
    await until(pilot, lambda: isinstance(pilot.app.screen, PacksScreen))
    return pilot.app.screen


def told(app: VadeApp) -> str:
    return "\n".join(str(n.message) for n in app._notifications)


async def answer(pilot: Any, typed: str) -> None:
    """Add what is typed, all of it at once."""
    await pilot.press("A")
    pilot.app.screen.query_one("Prompt Input").value = typed
    await pilot.press("enter")


async def test_a_pack_that_is_added_is_listed_with_what_its_manifest_says(
    opened: Any, team: Path
) -> None:
    async with opened(only=False, packs=()) as pilot:
        screen = await packs(pilot)
        await answer(pilot, str(team))
        rows = screen.query_one("#packs", RowList)
        await until(pilot, lambda: rows.key == str(team))
        await pilot.pause()
        assert "team  1.4 · MIT" in shown(screen, "#packs")
        assert "1 file" in shown(screen, "#packs")
        about = shown(screen, "#found")
        assert all(said in about for said in ("How we work", "version 1.4", "licence MIT"))
        assert "team is read from now on" in told(pilot.app)
        assert "Rota" in {entry.title for entry in pilot.app.shelf.library.entries}


async def test_a_pack_that_is_removed_is_gone_and_its_files_stay(opened: Any, team: Path) -> None:
    async with opened(only=False, packs=()) as pilot:
        screen = await packs(pilot)
        await answer(pilot, str(team))
        rows = screen.query_one("#packs", RowList)
        await until(pilot, lambda: rows.go(str(team)))
        await pilot.press("D")
        await until(pilot, lambda: str(team) not in {row.key for row in rows.rows})
        assert "Rota" not in {entry.title for entry in pilot.app.shelf.library.entries}
        assert "its files stay" in told(pilot.app)
        assert json.loads(pilot.app.workspace.paths.added.read_text())["packs"] == []
    assert (team / "topics/rota.md").exists()


async def test_a_pack_that_nobody_added_is_not_removed(opened: Any) -> None:
    async with opened(only=False, packs=()) as pilot:
        screen = await packs(pilot)
        before = shown(screen, "#packs")
        await pilot.press("D")
        await until(pilot, lambda: "was not added" in told(pilot.app))
        assert shown(screen, "#packs") == before


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("nowhere/at all", "no such file or folder"),
        ("~nobody-of-that-name/pack", "no such home folder"),
        ("x" * 3000, "is no path"),
        ("[@click=app.quit]x[/]", "no such file or folder"),
    ],
)
async def test_a_path_that_is_none_is_refused_in_words(opened: Any, typed: str, said: str) -> None:
    async with opened(only=False, packs=()) as pilot:
        await packs(pilot)
        await answer(pilot, typed)
        await until(pilot, lambda: said in told(pilot.app))
        assert pilot.app.focused.id == "packs"
        assert not pilot.app.workspace.paths.added.exists()


async def test_a_name_that_is_taken_is_refused_in_words(
    opened: Any, team: Path, tmp_path: Path
) -> None:
    other = tmp_path / "elsewhere/team"
    other.mkdir(parents=True)
    async with opened(only=False, packs=()) as pilot:
        await packs(pilot)
        for folder in (team, other):
            await answer(pilot, str(folder))
        await until(pilot, lambda: "was added already" in told(pilot.app))
        assert [
            one["name"] for one in json.loads(pilot.app.workspace.paths.added.read_text())["packs"]
        ] == ["team"]


async def test_nothing_typed_adds_nothing(opened: Any) -> None:
    async with opened(only=False, packs=()) as pilot:
        await packs(pilot)
        await answer(pilot, "   ")
        assert pilot.app.focused.id == "packs"
        assert not pilot.app.workspace.paths.added.exists()


def test_a_finding_of_a_pack_that_is_one_file_names_the_file(tmp_path: Path) -> None:
    root = Root("given", "notes", tmp_path / "notes.md")
    for path, name in ((root.path, "notes.md:3"), (tmp_path / "elsewhere.md", "elsewhere.md:3")):
        found = Diagnostic(path, 3, Level.WARNING, "link-dead", "gone")
        *_, row = about_rows(Shelved(root, (), 1, (found,), Manifest()))
        assert name in row.lines[1].left[0].text.split()
