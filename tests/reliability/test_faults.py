"""A full disk, a quota, a broken one: each write of each command fails once, or from then on."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

import pytest

from reliability.figures import FULL, tell
from reliability.place import Place
from reliability.shim import ERRORS, needs_gcc

pytestmark = [pytest.mark.slow, needs_gcc]

COMMANDS = {
    "answer": (("review", "answer", "item-03", "fail", "--reason", "new"), "state"),
    "undo": (("review", "undo"), "state"),
    "finish": (("review", "finish"), "state"),
    "export": (("review", "export"), "shop/docs"),
    "export-store": (("review", "export"), "state"),
    "html": (("review", "export", "--format", "html", "--output", "docs/r.html"), "shop/docs"),
    "add": (("library", "add", "docs"), "data"),
    "new": (("new", "agent", "data-engineer"), "data"),
    "new-project": (("new", "agent", "ops", "--in", ".vade"), "shop/.vade"),
    "search": (("search", "validation"), "cache"),
}
MAY_WORK = {"search", "undo"}
"""A cache that cannot be written is no reason to fail."""


def prepare(place: Place) -> None:
    """A review with an answer, exported once; a cache that is empty."""
    for name in ("state", "data", "cache", "shop/docs", "shop/.vade"):
        shutil.rmtree(place.home / name, ignore_errors=True)
    place.begin()
    (place.shop / "docs").mkdir()
    here = place.desk()
    review = here.newest_draft()
    assert review is not None
    here.answer(review.id, "item-00", notes="old")
    here.store.connection.raw.execute("pragma wal_checkpoint(truncate)")
    here.store.close()


def old_notes(place: Place) -> str:
    here = place.desk()
    assert not here.notices
    (review,) = here.reviews()
    events = [e for e in here.history(review.id) if e.after]
    here.store.close()
    return events[0].after.notes if events[0].after else ""


def attack(place: Place, shim: Path, name: str, at: int, code: int, sticks: bool) -> int:
    """Fail the call `at` of a command; return its status, or -1 where it did not come so far."""
    args, below = COMMANDS[name]
    prepare(place)
    log = place.home / "faults"
    log.unlink(missing_ok=True)
    env = {
        "LD_PRELOAD": str(shim),
        "VADE_FAULT_BELOW": str(place.home / below),
        "VADE_FAULT_AT": str(at),
        "VADE_FAULT_ERRNO": str(code),
        "VADE_FAULT_LOG": str(log),
        "VADE_CACHE_DIR": str(place.home / "cache"),
        **({"VADE_FAULT_STICKS": "1"} if sticks else {}),
    }
    done = place.run("--pack", str(place.home / "pack"), "--only", *args, **env)
    if not log.exists() or log.read_text().count("\n") < at:
        return -1
    said = f"{name} call {at} {errno.errorcode[code]}: {done.returncode} {done.stdout}{done.stderr}"
    assert "Traceback" not in done.stderr, said
    assert "unexpected" not in done.stderr, said
    assert done.returncode in {0, 2}, said
    assert done.returncode == 0 or done.stderr.startswith("vade: "), said
    assert old_notes(place) == "old", said
    check_result(place, name, done.returncode, said)
    return done.returncode


def check_result(place: Place, name: str, status: int, said: str) -> None:
    """What was acknowledged is there; what was written is whole."""
    if name == "answer" and status == 0:
        here = place.desk()
        (review,) = here.reviews()
        assert next(i for i in review.items if i.title == "Item 03").answer.reason == "new", said
        here.store.close()
    for path in (place.shop / "docs").rglob("*"):
        if path.is_file():
            text = path.read_text("utf-8")
            assert text.rstrip().endswith(("</html>",)) or "Item 19" in text, f"{said}: {path}"


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("sticks", [False, True], ids=["once", "from then on"])
def test_a_write_that_fails_is_said_and_loses_nothing(
    place: Place, shim: Path, name: str, sticks: bool
) -> None:
    pack = place.home / "pack"
    pack.mkdir()
    (pack / "a.md").write_text("# Validation\n\nText.\n", "utf-8")
    ends = []
    for code in ERRORS:
        steps = range(1, 200) if FULL else (1, 2, 4, 7, 11, 16)
        for at in steps:
            status = attack(place, shim, name, at, code, sticks)
            if status < 0:
                break
            ends.append(status)
    assert ends
    assert name in MAY_WORK or not sticks or ends[0] == 2
    tell("faults", len(ends))
