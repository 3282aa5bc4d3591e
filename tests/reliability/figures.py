"""How much of an attack runs: a share of it in CI, all of it by `make reliability`."""

from __future__ import annotations

import json
import os
from pathlib import Path

__all__ = ["FULL", "count", "tell"]

FULL = os.environ.get("VADE_RELIABILITY") == "full"
"""Whether the full figures are wanted."""


def count(share: int, full: int) -> int:
    """Return how often to attack: `share` times in CI, `full` times for the table."""
    return full if FULL else share


def tell(row: str, attacks: int, lost: str = "nothing") -> None:
    """Note that a row of the table was attacked so often, and what was lost of it."""
    log = os.environ.get("VADE_RELIABILITY_LOG")
    if log:
        with Path(log).open("a", encoding="utf-8") as file:
            file.write(json.dumps({"row": row, "attacks": attacks, "lost": lost}) + "\n")
