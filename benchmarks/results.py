"""`benchmarks/RESULTS.md`: one section a benchmark, each replaced when it runs again."""

from __future__ import annotations

import os
import platform
import re
from datetime import UTC, datetime
from pathlib import Path

__all__ = ["RESULTS", "keep", "placed"]

RESULTS = Path(__file__).parent / "RESULTS.md"
_TITLE = """# Results

Each section was printed by its own program and says when and on how many cores. The machines were
shared, so read the ratios: both sides of one were measured in turn in the same run.
"""
_HEADING = re.compile(r"^## ", re.MULTILINE)


def keep(section: str, path: Path = RESULTS) -> None:
    """Write a section, which begins with its `## heading`, in the place of the one before."""
    before = path.read_text("utf-8") if path.exists() else _TITLE
    path.write_text(placed(before, _dated(section)), "utf-8")


def placed(text: str, section: str) -> str:
    """Return `text` with `section` where the section of the same heading was, else at its end."""
    first, *sections = _HEADING.split(text)
    heading = section.partition("\n")[0].removeprefix("## ")
    names = [found.partition("\n")[0] for found in sections]
    body = section.removeprefix("## ").rstrip() + "\n"
    if heading in names:
        sections[names.index(heading)] = body
    else:
        sections.append(body)
    return "\n\n".join([first.rstrip(), *(f"## {found.rstrip()}" for found in sections)]) + "\n"


def _dated(section: str) -> str:
    heading, _, rest = section.partition("\n")
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    day = datetime.now(UTC).date().isoformat()
    where = f"{day}, {cores} cores, {platform.system()}, Python {platform.python_version()}."
    return f"{heading}\n\n{where}\n{rest}"
