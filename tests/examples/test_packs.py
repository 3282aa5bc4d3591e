"""The example packs are well, are found, can be reviewed with, and their proofs run."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from vade.cli import _status
from vade.library import Library
from vade.library.entry import Entry, FenceRole, Kind
from vade.library.manifest import read_manifest
from vade.paths import bundled
from vade.workspace import Workspace

PACKS = sorted(p for p in (bundled() / "examples").iterdir() if p.is_dir())


def library(pack: Path) -> Library:
    return Workspace.open(pack, None, (pack,), only=True).library()


def patterns() -> list[Entry]:
    found = [e for pack in PACKS for e in library(pack).entries if e.kind is Kind.PATTERN]
    return [e for e in found if e.proofs()]


@pytest.mark.parametrize("pack", PACKS, ids=lambda p: p.name)
def test_a_pack_is_well_and_has_every_kind(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _status(["library", "check", "--strict", str(pack)]) == 0
    manifest, wrong = read_manifest(pack)
    assert manifest is not None
    assert (manifest.name, wrong) == (pack.name, ())
    every = library(pack)
    assert {d.kind.value for d in every.documents} == {"agent", "topic", "checklist"}
    assert {e.kind for e in every.entries} >= {Kind.PATTERN, Kind.CHECK, Kind.PRINCIPLE}


def test_a_task_of_the_field_is_led_to_its_agent(capsys: pytest.CaptureFixture[str]) -> None:
    task = ["backfill", "a", "warehouse", "table", "after", "late", "events"]
    assert (
        _status(["--pack", str(bundled() / "examples/data"), "--only", "route", *task, "--json"])
        == 0
    )
    routes = json.loads(capsys.readouterr().out)["routes"]
    assert "data-engineer" in {route["document"] for route in routes}


def test_a_review_of_the_field_names_nothing_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    given = ["--pack", str(bundled() / "examples/data"), "--only"]
    assert _status(["review", "start", "data-engineer", *given]) == 0
    assert _status(["review", "export", "--output", "-", *given]) == 0
    record = capsys.readouterr().out
    assert "The run can be repeated" in record
    assert "backend" not in record.lower()


@pytest.mark.slow
def test_every_pattern_of_an_example_is_proven(tmp_path: Path) -> None:
    assert len(patterns()) >= 2
    for number, pattern in enumerate(patterns()):
        folder = tmp_path / str(number)
        folder.mkdir()
        names = {FenceRole.CODE: "pattern", FenceRole.BAD: "bad", FenceRole.PROOF: "test_proof"}
        for fence in pattern.fences:
            (folder / f"{names[fence.role]}.py").write_text(fence.code, encoding="utf-8")
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(folder)]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
