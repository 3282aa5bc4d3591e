"""The table of what Vade survived, as a page."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reliability.rows import ROWS, Row

__all__ = ["write_page"]

_HEAD = """\
# Reliability

Attacks on the finished product from outside, as a process: `tests/reliability/`. A share of each
runs in CI; `make reliability` runs them in full and writes this page, `make reliability ROW=name`
one row of it. Only a row that ran in full, to its end, without anything skipped or lost, has a
date. What is promised to whom is in [security.md](security.md).

| row | attack | how many | must hold | attacks made | lost | version | date |
| --- | --- | --- | --- | --- | --- | --- | --- |
"""
_NOT_YET = "not run in full yet"


def write_page(path: Path, results: Mapping[str, Any]) -> None:
    """Write the page of these results to `path`."""
    lines = [_line(row, results.get(row.name)) for row in ROWS]
    path.write_text(_HEAD + "\n".join(lines) + "\n", encoding="utf-8")


def _line(row: Row, ran: Mapping[str, Any] | None) -> str:
    known = (row.name, row.attack, row.many, row.holds)
    if ran is None:
        left = (_NOT_YET if row.built else "not built yet", "", "", "")
    else:
        many = f"{ran['attacks']:,}" if isinstance(ran["attacks"], int) else ran["attacks"]
        left = (many, ran["lost"], f"{ran['version']} ({ran['commit']})", ran["date"])
    return "| " + " | ".join((*known, *left)) + " |"
