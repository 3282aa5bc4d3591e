"""`python -m reliability [ROW]...`: run attacks in full and write `docs/reliability.md`.

A row that has run in full stays in the table, so that the whole may be run in several sittings;
without a row named, those run that have not at this version.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reliability.page import write_page
from reliability.rows import ROWS, Row
from vade import __version__

__all__ = ["main"]

TOP = Path(__file__).parents[2]
RESULTS = TOP / "docs" / "reliability.json"


def main(names: list[str]) -> int:
    """Run the rows of these names, or all that have not run; return 1 where one failed."""
    unknown = sorted(set(names) - {row.name for row in ROWS})
    if unknown:
        print(f"no row {', '.join(unknown)}; rows: {', '.join(r.name for r in ROWS)}")
        return 2
    results = _read()
    wanted = [r for r in ROWS if r.built and (r.name in names or not names)]
    failed = False
    for row in wanted:
        if not names and results.get(row.name, {}).get("version") == __version__:
            print(f"{row.name}: has run in full")
            continue
        ran = _attack(row)
        if ran is None:
            failed = True
            continue
        results[row.name] = ran
        RESULTS.write_text(json.dumps(results, indent=1, sort_keys=True) + "\n", "utf-8")
    write_page(TOP / "docs" / "reliability.md", results)
    return int(failed)


def _read() -> dict[str, Any]:
    if not RESULTS.exists():
        return {}
    found: dict[str, Any] = json.loads(RESULTS.read_text("utf-8"))
    return found


def _attack(row: Row) -> dict[str, object] | None:
    """Run one row in full; None where something did not hold, or a part of it was skipped."""
    print(f"{row.name}: {row.attack} ({row.many})", flush=True)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="vade-attack-") as folder:
        log, junit = Path(folder) / "log", Path(folder) / "junit.xml"
        env = {
            **os.environ,
            **dict(row.env),
            "VADE_RELIABILITY": "full",
            "VADE_RELIABILITY_LOG": str(log),
        }
        files = [f"tests/{file}" for file in row.files]
        options = ["-n", "2", "--dist", "load", "-m", "", "-rs", f"--junitxml={junit}"]
        command = [sys.executable, "-m", "pytest", *options, *files]
        done = subprocess.run(command, cwd=TOP, env=env, check=False)
        told = (
            [json.loads(x) for x in log.read_text("utf-8").split("\n") if x] if log.exists() else []
        )
        skipped = 'skipped="0"' not in junit.read_text("utf-8") if junit.exists() else True
    if done.returncode != 0 or skipped:
        print(f"{row.name}: {'was not run whole' if done.returncode == 0 else 'DID NOT HOLD'}")
        return None
    return {
        "attacks": sum(t["attacks"] for t in told if t["row"] == row.name) or row.many,
        "lost": "; ".join(sorted({t["lost"] for t in told if t["row"] == row.name})) or "nothing",
        "version": __version__,
        "commit": _commit(),
        "date": datetime.now(UTC).date().isoformat(),
        "seconds": round(time.monotonic() - began),
    }


def _commit() -> str:
    command = ["git", "rev-parse", "--short", "HEAD"]
    return subprocess.run(
        command, cwd=TOP, capture_output=True, text=True, check=False
    ).stdout.strip()


if __name__ == "__main__":
    sys.exit(main([name for name in [*sys.argv[1:], os.environ.get("ROW", "")] if name]))
