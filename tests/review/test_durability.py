"""What was acknowledged is kept, whatever is killed and however many write at once."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import vade
from review.desks import MANY, desk, folders

KILLS = int(os.environ.get("VADE_KILLS", "30"))
"""1,000 by `make reliability`."""
WRITER = """
import sys
from pathlib import Path
sys.path[:0] = sys.argv[3:]
from review.desks import desk
from vade.review.model import State
state, project = Path(sys.argv[1]), Path(sys.argv[2])
here = desk(state, project)
review = here.newest_draft()
for n, item in enumerate(review.items):
    here.answer(review.id, item.id, State.FAIL, reason=f"answer {n}")
    print(n, flush=True)
"""


def lost_to_a_kill(tmp_path: Path, lines: int) -> list[int]:
    """Kill a process after it has acknowledged some answers; return those that are not there."""
    state, project = folders(tmp_path)
    here = desk(state, project)
    review = here.start([MANY])
    paths = [str(Path(vade.__file__).parents[1]), str(Path(__file__).parents[1])]
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(state), str(project), *paths],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    told = [process.stdout.readline() for _ in range(lines)]
    os.kill(process.pid, signal.SIGKILL)
    told += process.stdout.readlines()
    process.stdout.close()
    process.wait()
    acknowledged = len([line for line in told if line.endswith("\n")])
    found = [i.answer.reason for i in here.get(review.id).items[:acknowledged]]
    assert acknowledged >= lines
    here.store.close()
    return [n for n, reason in enumerate(found) if reason != f"answer {n}"]


@pytest.mark.parametrize("lines", [1, 7, 40])
def test_acknowledged_answers_survive_kill_9(tmp_path: Path, lines: int) -> None:
    assert lost_to_a_kill(tmp_path, lines) == []


@pytest.mark.slow
def test_many_kills_lose_nothing(tmp_path: Path) -> None:
    for turn in range(KILLS):
        assert lost_to_a_kill(tmp_path / str(turn), 1 + turn * 7 % 150) == []


def _write(state: Path, project: Path, name: int, count: int) -> None:
    here = desk(state, project)
    review = here.newest_draft()
    assert review is not None
    for n in range(count):
        here.answer(review.id, review.items[n].id, notes=f"{name} was here")
    here.store.close()


def lost_together(tmp_path: Path, processes: int, count: int) -> set[tuple[str, str]]:
    """Let processes answer the same items; return the answers that are in no history."""
    state, project = folders(tmp_path)
    here = desk(state, project)
    review = here.start([MANY])
    context = multiprocessing.get_context("spawn")
    crowd = [
        context.Process(target=_write, args=(state, project, n, count)) for n in range(processes)
    ]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()
    assert [one.exitcode for one in crowd] == [0] * processes
    told = [(e.item, e.after.notes) for e in here.history(review.id) if e.after]
    wanted = {(i.id, f"{n} was here") for i in review.items[:count] for n in range(processes)}
    assert len(told) == processes * count
    here.store.close()
    return wanted - set(told)


def test_two_processes_lose_no_answer(tmp_path: Path) -> None:
    assert lost_together(tmp_path, 2, 10) == set()


@pytest.mark.slow
def test_eight_processes_with_200_answers_each_lose_none(tmp_path: Path) -> None:
    assert lost_together(tmp_path, 8, 200) == set()
