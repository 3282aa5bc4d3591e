"""A changed file is told."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from library.packs import AGENT, agent, pack
from vade.library.watch import watch


@pytest.mark.parametrize("polling", [False, True])
def test_a_changed_file_is_told_within_a_second_or_two(tmp_path: Path, polling: bool) -> None:
    path = agent(tmp_path / "pack", "ops", "One")
    stop = threading.Event()
    told: list[frozenset[Path]] = []

    def listen() -> None:
        for changed in watch(lambda: (pack(tmp_path / "pack"),), stop, polling=polling):
            told.append(changed)
            stop.set()

    listener = threading.Thread(target=listen)
    listener.start()
    deadline = time.monotonic() + 10
    number = 0
    while listener.is_alive() and time.monotonic() < deadline:
        number += 1
        path.write_text(AGENT.format(name="ops", term="x" * number))
        listener.join(0.2)
    stop.set()
    listener.join(5)
    assert told == [frozenset({path})]
