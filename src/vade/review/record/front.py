"""Front matter of a record, written: plain YAML that any tool reads."""

from __future__ import annotations

import json
import re

from vade.review.model import Review
from vade.review.spelling import show_time

__all__ = ["FORMAT", "front_matter", "scalar"]

FORMAT = 1
"""The version of the format that this Vade writes, and the newest it reads."""

_WORD = re.compile(
    r"[A-Za-z0-9][A-Za-z0-9 ._/@+-]*[A-Za-z0-9]|[A-Za-z0-9]|[a-z0-9-]+:[a-z0-9/-]+[a-z0-9]"
)
_CHANGED = re.compile(
    r"true|false|yes|no|on|off|null|none|y|n|[0-9][0-9_.,:+-]*(?:[ tT][0-9:.zZ +-]*)?"
    r"|[0-9_.+-]*e[+-]?[0-9]+|0[xob][0-9a-f_]+|[+-]?\.(?:inf|nan)",
    re.IGNORECASE,
)


def scalar(text: str) -> str:
    """Return text as a YAML value: plain where no reader would take it for something else."""
    if _WORD.fullmatch(text) and not _CHANGED.fullmatch(text):
        return text
    return json.dumps(text, ensure_ascii=False)


def front_matter(review: Review) -> list[str]:
    """Return the lines of the front matter, the two `---` included."""
    tally = review.tally
    facts = [
        ("id", review.id),
        ("project", review.project),
        ("branch", review.branch),
        ("base", review.base),
        ("commit", review.commit),
        ("reviewer", review.reviewer),
        ("follows", review.follows),
    ]
    lines = ["---", f"vade: {FORMAT}", "kind: review"]
    lines += [f"{key}: {scalar(value)}" for key, value in facts if value]
    lines.append(f"started: {show_time(review.started)}")
    if review.finished is not None:
        lines.append(f"finished: {show_time(review.finished)}")
    lines.append("checklists:" if review.checklists else "checklists: []")
    for checklist in review.checklists:
        lines.append(f"  - id: {scalar(checklist.id)}")
        lines.append(f"    title: {scalar(checklist.title)}")
        lines.append(f"    fingerprint: {scalar(checklist.fingerprint)}")
    lines.append(
        f"tally: {{pass: {tally.passed}, fail: {tally.failed}, n/a: {tally.na}, "
        f"follow-up: {tally.follow_up}, unanswered: {tally.unanswered}}}"
    )
    lines.append(f"verdict: {review.verdict.word}")
    if review.extra:
        lines += review.extra.split("\n")
    return [*lines, "---"]
