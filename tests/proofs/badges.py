"""The badges as they are kept: what was seen of each pattern when it was last run."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from proofs.cases import Case
from proofs.running import Outcome

__all__ = ["write_badges"]


def write_badges(
    path: Path, outcomes: Mapping[str, Outcome], chosen: Iterable[Case], every: Iterable[Case]
) -> None:
    """Write the badges of the chosen cases; the others keep theirs, but for those that are gone.

    Args:
        path: The file, `proofs.json`.
        outcomes: What was seen now, by the id of its case.
        chosen: What was run.
        every: All cases that there are.
    """
    before = json.loads(path.read_text(encoding="utf-8"))["proofs"] if path.exists() else {}
    there = {case.id for case in every}
    kept = {name: row for name, row in before.items() if name in there}
    seen = {case.id: _row(case, outcomes[case.id]) for case in chosen}
    text = json.dumps({"vade": 1, "proofs": kept | seen}, indent=1, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")


def _row(case: Case, outcome: Outcome) -> dict[str, object]:
    return {"state": outcome.state, "hash": case.hash, "versions": dict(outcome.versions)}
