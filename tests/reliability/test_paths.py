"""Export, import and evidence reach nothing outside the project, whatever lies in the way."""

from __future__ import annotations

import os
import shutil
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from reliability.figures import FULL, count, tell
from reliability.place import Place

pytestmark = pytest.mark.slow

SECRET = "the secret of the house"


@pytest.fixture
def outside(place: Place) -> Path:
    """A folder outside the project, with a file that nobody may touch."""
    place.begin()
    folder = place.home / "outside"
    folder.mkdir()
    (folder / "victim.md").write_text(SECRET, "utf-8")
    return folder


def untouched(folder: Path) -> bool:
    names = sorted(p.name for p in folder.iterdir())
    return names == ["victim.md"] and (folder / "victim.md").read_text("utf-8") == SECRET


@pytest.mark.parametrize("level", ["docs", "docs/reviews"])
@pytest.mark.parametrize("relative", [True, False])
def test_no_linked_folder_is_written_through(
    place: Place, outside: Path, level: str, relative: bool
) -> None:
    link = place.shop / level
    link.parent.mkdir(exist_ok=True)
    target = Path(os.path.relpath(outside, link.parent)) if relative else outside
    link.symlink_to(target, target_is_directory=True)
    done = place.run("review", "export")
    assert done.returncode == 2
    assert "link" in done.stderr
    assert untouched(outside)
    tell("paths", 1)


SPECIAL = (".vade", ".claude/agents", ".github/agents", ".agent", "docs/reviews", "docs", ".git")
"""What Vade looks for in a project."""
COMMANDS = (("list",), ("paths", "--check"), ("review", "start"), ("review", "list"),
            ("review", "export"), ("review", "gate"), ("review", "todo"), ("library", "list"),
            ("library", "check"), ("config", "show"))  # fmt: skip


@pytest.mark.parametrize("target", ["x" * 300, "itself", "/proc/1/cwd"])
def test_a_link_that_nothing_can_be_asked_about_stops_nobody(place: Place, target: str) -> None:
    """Asking where it leads is an error of its own: too long, a circle, not allowed."""
    for name in SPECIAL if FULL else (".vade", "docs/reviews", ".git"):
        shop = place.home / f"shop-{name.replace('/', '-')}"
        link = shop / name
        link.parent.mkdir(parents=True)
        link.symlink_to(link.name if target == "itself" else target)
        for command in COMMANDS if FULL else COMMANDS[2:6]:
            done = place.run(*command, cwd=shop)
            assert done.returncode in {0, 1, 2}, f"{name} {command}: {done.stderr}"
            assert "unexpected" not in done.stderr, f"{name} {command}: {done.stderr}"
            assert "Traceback" not in done.stderr
            tell("paths", 1)


@pytest.mark.parametrize("form", ["md", "html", "json", "sarif", "pr"] if FULL else ["md"])
@pytest.mark.parametrize(
    "name",
    [".git/hooks/post-commit", ".GIT/x", "a/.git/config", "/dev/full", "/dev/stdout/x", "pipe",
     "link.md", "link/x.md", "deep/link/x.md", ".", "src", "src/a.py/x", "\0", "x" * 300],
)  # fmt: skip
def test_no_odd_place_is_written_to(place: Place, outside: Path, form: str, name: str) -> None:
    if "\0" in name:
        name = "a\nb/../../outside/victim.md/x"
    os.mkfifo(place.shop / "pipe")
    (place.shop / "link.md").symlink_to(outside / "victim.md")
    (place.shop / "link").symlink_to(outside)
    (place.shop / "deep").mkdir()
    (place.shop / "deep" / "link").symlink_to(outside)
    before = sorted(str(p) for p in (place.shop / ".git").rglob("*"))
    for force in ((), ("--force",)):
        done = place.run("review", "export", "--format", form, "--output", name, *force)
        assert done.returncode == 2, f"{name}: {done.stdout}{done.stderr}"
        assert done.stderr.startswith("vade: ")
        assert "unexpected" not in done.stderr
    assert untouched(outside)
    assert sorted(str(p) for p in (place.shop / ".git").rglob("*")) == before
    tell("paths", 2)


@pytest.mark.parametrize("folder", ["../outside", "/tmp", "a/../../outside", "..", "C:\\x\\..\\.."])
def test_the_configuration_names_no_folder_outside(
    place: Place, outside: Path, folder: str
) -> None:
    escaped = folder.replace("\\", "\\\\")
    place.settings.write_text(f'[review]\nfolder = "{escaped}"\n', "utf-8")
    done = place.run("review", "export")
    assert done.returncode == 2, done.stdout
    assert "outside" in done.stderr
    assert untouched(outside)
    tell("paths", 1)


@pytest.mark.parametrize("what", ["fifo", "device", "folder", "huge", "missing", "link"])
def test_an_odd_record_is_refused_at_once(place: Place, outside: Path, what: str) -> None:
    path = place.shop / "record.md"
    match what:
        case "fifo":
            os.mkfifo(path)
        case "device":
            path.symlink_to("/dev/zero")
        case "folder":
            path.mkdir()
        case "huge":
            with path.open("wb") as file:
                file.truncate(5_000_000_000)
        case "link":
            path.symlink_to(outside / "victim.md")
    for args in (("import",), ("gate",), ("compare",)):
        done = place.run("review", *args, "record.md")
        assert done.returncode in {1, 2}, f"{args} {what}: {done.stdout}{done.stderr}"
        assert SECRET not in done.stdout + done.stderr
        assert "unexpected" not in done.stderr
    tell("paths", 3)


@pytest.mark.parametrize(
    "place_name",
    ["../outside/victim.md:1", "link.md:1", "link/victim.md:1", ".git/config:1", "/etc/passwd:1",
     "src/../../outside/victim.md:1", ".GIT/config:1"],
)  # fmt: skip
def test_no_evidence_is_quoted_from_outside(place: Place, outside: Path, place_name: str) -> None:
    (place.shop / "link.md").symlink_to(outside / "victim.md")
    (place.shop / "link").symlink_to(outside)
    done = place.run("review", "answer", "item-00", "pass", "--evidence", place_name)
    assert done.returncode == 2, done.stdout
    shown = place.run("review", "show", "--json").stdout
    assert SECRET not in shown
    assert "root:" not in shown
    tell("paths", 1)


def test_a_folder_that_becomes_a_link_meanwhile_is_not_written_through(
    place: Place, outside: Path
) -> None:
    docs, stop = place.shop / "docs", threading.Event()

    def swap() -> None:
        while not stop.is_set():
            with suppress(OSError):
                shutil.rmtree(docs)
            with suppress(OSError):
                docs.symlink_to(outside, target_is_directory=True)
                docs.unlink()

    thread = threading.Thread(target=swap)
    thread.start()
    turns = count(6, 300)
    here = place.desk()
    review = here.newest_draft()
    assert review is not None
    try:
        for _ in range(turns):
            done = place.run("review", "export")
            assert "Traceback" not in done.stderr
            assert "unexpected" not in done.stderr, done.stderr
    finally:
        stop.set()
        thread.join()
        here.store.close()
    assert untouched(outside)
    tell("paths", turns)
