"""Evidence in a record: a link that works from the record's folder, and the quoted lines."""

from __future__ import annotations

from urllib.parse import quote

from vade.review.model import Evidence, Review
from vade.review.record.block import fence_for
from vade.review.record.escape import escape
from vade.review.record.labels import Label
from vade.review.record.language import language_of

__all__ = ["SHORT", "WORKING_FILE", "evidence_lines"]

SHORT = 7
"""A commit that is the review's own is written with this many digits."""
WORKING_FILE = "working file"
"""Said where the lines were not read from a commit."""


def evidence_lines(evidence: Evidence, review: Review, folder: str) -> list[str]:
    """Return the lines of one evidence, label and fence included."""
    lines = [f"{Label.EVIDENCE}: {_link(evidence, folder)}{_at(evidence, review)}"]
    if not evidence.quote:
        return lines
    fence = fence_for(evidence.quote)
    language = language_of(evidence.path)
    return [*lines, f"{fence}{language}", *evidence.quote.split("\n"), fence]


def _link(evidence: Evidence, folder: str) -> str:
    if evidence.url:
        return f"<{evidence.url}>"
    up = "../" * len([part for part in folder.split("/") if part not in {"", "."}])
    target = f"{up}{quote(evidence.path)}"
    if evidence.start is not None:
        target += f"#L{evidence.start}"
        target += f"-L{evidence.end}" if evidence.end != evidence.start else ""
    return f"[{escape(str(evidence))}]({target})"


def _at(evidence: Evidence, review: Review) -> str:
    if evidence.commit:
        short = evidence.commit == review.commit
        return f" at `{evidence.commit[:SHORT] if short else evidence.commit}`"
    return "" if evidence.url else f", {WORKING_FILE}"
