"""The cache is damaged, poisoned, a link, or somebody else's: it is never believed."""

from __future__ import annotations

import os
import pickle
import random
import shutil
from pathlib import Path

import pytest

from reliability.figures import count, tell
from reliability.place import AGENT, Place

pytestmark = pytest.mark.slow

SEARCH = ("--pack", str(AGENT), "--only", "search", "rate limiting")


class Bomb:
    """Touches a file when it is unpickled."""

    def __init__(self, canary: Path) -> None:
        self.canary = canary

    def __reduce__(self) -> tuple[object, tuple[str, int]]:
        return os.open, (str(self.canary), os.O_CREAT)


def found(place: Place, cache: Path) -> str:
    done = place.run(*SEARCH, VADE_CACHE_DIR=str(cache))
    said = f"{done.returncode} {done.stdout[:300]}{done.stderr}"
    assert done.returncode == 0, said
    assert "Rate Limiting" in done.stdout, said
    assert "Traceback" not in done.stderr, said
    return done.stderr


@pytest.fixture
def whole(place: Place) -> Path:
    """A cache as it should be."""
    found(place, place.home / "whole")
    return place.home / "whole"


def test_a_damaged_cache_is_built_again(place: Place, whole: Path) -> None:
    random_ = random.Random(8)
    turns = count(20, 500)
    for _ in range(turns):
        cache = place.home / "copy"
        shutil.rmtree(cache, ignore_errors=True)
        shutil.copytree(whole, cache)
        files = sorted(p for p in cache.rglob("*") if p.is_file())
        for path in random_.sample(files, random_.choice((1, 1, 3))):
            data = bytearray(path.read_bytes())
            match random_.randrange(5):
                case 0 if data:
                    data[random_.randrange(len(data))] ^= 1 << random_.randrange(8)
                case 1:
                    del data[random_.randrange(len(data) + 1) :]
                case 2:
                    data[:] = bytes(len(data))
                case 3:
                    path.unlink()
                    continue
                case _:
                    data += random_.randbytes(100)
            path.write_bytes(data)
        found(place, cache)
    assert found(place, cache) == ""  # built again, so that there is nothing left to say
    tell("index", turns)


def test_a_poisoned_pickle_is_not_opened(place: Place, whole: Path) -> None:
    canary = place.home / "canary"
    files = sorted(p.relative_to(whole) for p in whole.rglob("*") if p.is_file())
    for name in files:
        cache = place.home / "copy"
        shutil.rmtree(cache, ignore_errors=True)
        shutil.copytree(whole, cache)
        (cache / name).write_bytes(pickle.dumps(Bomb(canary)))
        found(place, cache)
        assert not canary.exists(), name
    pickle.loads(pickle.dumps(Bomb(canary)))
    assert canary.exists()  # so the bomb is one
    tell("index", len(files))


def test_a_cache_that_is_not_ours_alone_is_not_used(place: Place, whole: Path) -> None:
    index = whole / "index"
    index.chmod(0o777)
    found(place, whole)
    other = place.home / "other"
    shutil.copytree(whole / "index", other / "index")
    (other / "link").symlink_to(whole)
    found(place, other / "link")
    shutil.rmtree(index)
    index.symlink_to(other / "index", target_is_directory=True)
    before = sorted((p, p.stat().st_mtime_ns) for p in (other / "index").rglob("*"))
    found(place, whole)
    assert sorted((p, p.stat().st_mtime_ns) for p in (other / "index").rglob("*")) == before
    tell("index", 3)


@pytest.mark.skipif(os.getuid() != 0, reason="needs root to give a folder away")
def test_a_cache_of_another_user_is_not_used(place: Place, whole: Path) -> None:
    for path in (whole / "index", *(whole / "index").rglob("*")):
        os.chown(path, 12345, 12345)
    assert "someone else" in found(place, whole)
    tell("index", 1)


@pytest.mark.parametrize("what", ["file", "folder", "fifo", "device"])
def test_a_cache_that_is_something_else_is_done_without(place: Place, what: str) -> None:
    cache = place.home / "odd"
    cache.mkdir()
    for name in ("index", "parsed.db"):
        match what:
            case "file":
                (cache / name).write_text("x")
            case "folder":
                (cache / name / "x").mkdir(parents=True)
            case "fifo":
                os.mkfifo(cache / name)
            case _:
                (cache / name).symlink_to("/dev/full")
    found(place, cache)
    tell("index", 1)
