"""The files that evidence is taken from: found by letters, the changed ones first."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from vade.review.model import Review
from vade.tui.evidence import Candidates, listed
from vade.tui.fuzzy import fuzzy

REVIEW = Review("1", "shop", (), (), datetime(2026, 1, 1, tzinfo=UTC))


def test_letters_find_a_path_whole_words_first() -> None:
    names = ["src/order_rows.py", "src/orders.py", "docs/readme.md"]
    assert fuzzy("orders", names) == ["src/orders.py", "src/order_rows.py"]
    assert fuzzy("rdme", names) == ["docs/readme.md"]
    assert fuzzy("zz", names) == []


def test_the_files_of_a_project_are_told_from_the_changed_ones_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []

    class Counted(set[str]):
        def __init__(self, names: object) -> None:
            made.append(names)
            super().__init__(names)  # type: ignore[call-overload]

    for n in range(50):
        (tmp_path / f"{n}.py").touch()
    monkeypatch.setattr("vade.tui.evidence.set", Counted, raising=False)
    found = listed(Candidates(changed=("3.py",)), REVIEW, tmp_path)
    assert found.files[0] == "3.py"
    assert len(found.files) == 50
    assert len(made) == 1
