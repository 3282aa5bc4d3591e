"""A manifest names its pack and is listed; a wrong one keeps nobody from reading the pack."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from vade import __version__
from vade.cli import _status
from vade.library.layers import pack_name
from vade.library.manifest import NAME, Manifest, read_manifest

WHOLE = """name = "Shop Front"
version = "1.4.0"
license = "MIT"
vade = "0.1"
description = "What we know of our front end."
color = "green"
"""


def pack(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / NAME).write_text(text, encoding="utf-8")
    (folder / "page.md").write_text("# Page\n", encoding="utf-8")
    return folder


def codes(folder: Path) -> list[str]:
    return [finding.code for finding in read_manifest(folder)[1]]


def test_a_manifest_is_read_and_unknown_keys_are_left_alone(tmp_path: Path) -> None:
    found, wrong = read_manifest(pack(tmp_path, WHOLE))
    assert found == Manifest("shop-front", "1.4.0", "MIT", "0.1", "What we know of our front end.")
    assert wrong == ()


def test_its_name_is_the_packs_wherever_the_folder_lies(tmp_path: Path) -> None:
    for folder in ("shop-front-main", ".vade"):
        assert pack_name(pack(tmp_path / folder, WHOLE)) == "shop-front"
    assert pack_name(pack(tmp_path / "nameless", 'version = "1"')) == "nameless"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("name = ", "manifest-invalid"),
        ("name = 3", "manifest-invalid"),
        ('name = "Vade"', "manifest-invalid"),
        ('vade = "newest"', "manifest-invalid"),
        ('vade = "99"', "manifest-newer"),
        (f'vade = "{"9" * 5000}"', "manifest-invalid"),
        (f"x = {'[' * 5000}", "manifest-invalid"),
        ("# " + "x" * 20_000, "manifest-invalid"),
    ],
)
def test_what_is_wrong_is_a_warning_and_the_pack_is_read(
    text: str, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = pack(tmp_path / "team", text)
    assert codes(folder) == [code]
    assert pack_name(folder) == "team"
    assert _status(["list", "--pack", str(folder), "--only", "--json"]) == 0
    assert [e["title"] for e in json.loads(capsys.readouterr().out)["entries"]] == ["Page"]


def test_this_version_and_older_ones_are_new_enough(tmp_path: Path) -> None:
    for version in (__version__, f"{__version__}.0", "0", "0.0.9"):
        assert codes(pack(tmp_path, f'vade = "{version}"')) == []


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.toml").write_text(WHOLE)
    (tmp_path / "team").mkdir()
    (tmp_path / "team" / NAME).symlink_to(tmp_path / "elsewhere.toml")
    assert codes(tmp_path / "team") == ["manifest-invalid"]
    assert pack_name(tmp_path / "team") == "team"


def test_an_added_pack_is_listed_with_version_and_licence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = pack(tmp_path / "checkout", WHOLE)
    assert _status(["library", "add", str(folder)]) == 0
    assert _status(["library", "list"]) == 0
    printed = capsys.readouterr().out
    assert f"1.4.0  MIT  {folder}" in printed
    assert "user     shop-front " in printed
    assert _status(["library", "list", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)["packs"]
    assert [r["manifest"]["license"] for r in rows if r["manifest"]] == ["MIT"]
