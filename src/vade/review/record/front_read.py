"""Front matter of a record, read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from vade.errors import VadeError
from vade.review.model import Checklist
from vade.review.record.front import FORMAT
from vade.review.record.problem import NoRecordError, Problem
from vade.review.record.yaml import read_mapping
from vade.review.spelling import read_time
from vade.text import clean, clean_line

__all__ = ["Front", "read_front"]

_OURS = (
    *("vade", "kind", "id", "project", "branch", "base", "commit", "reviewer", "follows"),
    *("started", "finished", "checklists", "tally", "verdict"),
)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DIGITS = 9
"""A longer number is no count: Python itself refuses to read one of thousands of digits."""
_CLOSE = re.compile(r"(?:---|\.\.\.)\s*")


@dataclass(frozen=True, slots=True)
class Front:
    """What the front matter says."""

    facts: Mapping[str, str]
    started: datetime
    finished: datetime | None
    checklists: tuple[Checklist, ...]
    total: int | None
    """How many items the tally counts; None where there is no tally."""
    extra: str
    body: int
    """The number of lines that the front matter takes."""
    problems: tuple[Problem, ...]


def read_front(lines: list[str]) -> Front:
    """Read the front matter at the top of a record.

    Raises:
        NoRecordError: there is none, or it is no record's.
        VadeError: it cannot be read, or a newer Vade wrote it.
    """
    close = next((n for n, line in enumerate(lines[1:], 1) if _CLOSE.fullmatch(line)), 0)
    if not lines or lines[0].rstrip() != "---" or not close:
        raise NoRecordError("is no review record: it has no front matter", where="1")
    inside = lines[1:close]
    try:
        values, spans = read_mapping("\n".join(inside))
    except VadeError as error:
        raise VadeError(error.message, where=str(int(error.where) + 1)) from error
    _check_format(values)
    problems: list[Problem] = []
    facts = {key: _line(values.get(key)) for key in _OURS}
    started = read_time(facts["started"])
    if started is None:
        problems.append(Problem(1, "the front matter names no time of start"))
    extra = _extra(inside, spans)
    problems += [
        Problem(number, "a comment in the front matter is not kept")
        for number, line in enumerate(inside, 2)
        if line.lstrip().startswith("#") and clean(line) not in extra
    ]
    return Front(
        facts=facts,
        started=started or _EPOCH,
        finished=read_time(facts["finished"]),
        checklists=_checklists(values.get("checklists")),
        total=_total(values.get("tally")),
        extra="\n".join(extra),
        body=close + 1,
        problems=tuple(problems),
    )


def _check_format(values: Mapping[str, Any]) -> None:
    version = _line(values.get("vade"))
    if not version.isdecimal() or _line(values.get("kind") or "review") != "review":
        raise NoRecordError("is no review record: the front matter has no `vade: 1`", where="1")
    if len(version) > _DIGITS or int(version) > FORMAT:
        hint = "Update Vade to read it"
        raise VadeError(
            f"is a record of format {version[:_DIGITS]}; this Vade reads {FORMAT}", hint=hint
        )


def _line(value: object) -> str:
    return clean_line(value) if isinstance(value, str) else ""


def _checklists(value: object) -> tuple[Checklist, ...]:
    found = value if isinstance(value, list) else []
    return tuple(
        Checklist(_line(c.get("id")), _line(c.get("title")), _line(c.get("fingerprint")))
        for c in found
        if isinstance(c, dict)
    )


def _total(value: object) -> int | None:
    if not isinstance(value, dict):
        return None
    counts = [str(count) for count in value.values()]
    whole = all(count.isdecimal() and len(count) <= _DIGITS for count in counts)
    return sum(map(int, counts)) if whole else None


def _extra(lines: list[str], spans: Mapping[str, tuple[int, int]]) -> list[str]:
    kept: list[str] = []
    for key, (start, end) in spans.items():
        if key not in _OURS:
            kept += [clean(line) for line in lines[start:end]]
    while kept and not kept[-1].strip():
        kept.pop()
    return kept
