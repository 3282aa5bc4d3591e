"""Answers and items as plain objects: what the store keeps and what `--json` prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from vade.review.model import Answer, Evidence, Item, Previous, Severity, State
from vade.review.spelling import read_time, show_time

__all__ = ["answer_object", "fixed_object", "previous_object", "read_answer", "read_item"]


def answer_object(answer: Answer) -> dict[str, Any]:
    """Return an answer as a plain object."""
    return {
        "state": answer.state.value,
        "reason": answer.reason,
        "notes": answer.notes,
        "severity": answer.severity.value if answer.severity else None,
        "evidence": [asdict(e) for e in answer.evidence],
        "owner": answer.owner,
        "due": answer.due.isoformat() if answer.due else None,
        "by": answer.by,
        "at": show_time(answer.at) if answer.at else None,
    }


def read_answer(value: Mapping[str, Any]) -> Answer:
    """Return the answer that `answer_object` wrote."""
    return Answer(
        state=State(value["state"]),
        reason=value["reason"],
        notes=value["notes"],
        severity=Severity(value["severity"]) if value["severity"] else None,
        evidence=tuple(Evidence(**e) for e in value["evidence"]),
        owner=value["owner"],
        due=date.fromisoformat(value["due"]) if value["due"] else None,
        by=value["by"],
        at=read_time(value["at"]) if value["at"] else None,
    )


def fixed_object(item: Item) -> dict[str, Any]:
    """Return what of an item an answer does not change."""
    return {
        "id": item.id,
        "title": item.title,
        "text": item.text,
        "fingerprint": item.fingerprint,
        "checklist": item.checklist,
        "origins": list(item.origins),
        "severity": item.severity.value,
        "previous": previous_object(item.previous),
    }


def read_item(fixed: Mapping[str, Any], answer: Answer, rivals: tuple[Answer, ...] = ()) -> Item:
    """Return the item that `fixed_object` wrote, with its answer."""
    before = fixed["previous"]
    return Item(
        id=fixed["id"],
        title=fixed["title"],
        text=fixed["text"],
        fingerprint=fixed["fingerprint"],
        checklist=fixed["checklist"],
        origins=tuple(fixed["origins"]),
        severity=Severity(fixed["severity"]),
        answer=answer,
        previous=_read_previous(before) if before else None,
        rivals=rivals,
    )


def previous_object(before: Previous | None) -> dict[str, Any] | None:
    """Return the answer of the review before as a plain object; None where there is none."""
    if before is None:
        return None
    return {
        "state": before.state.value,
        "reason": before.reason,
        "by": before.by,
        "on": before.on.isoformat() if before.on else None,
        "text_changed": before.text_changed,
        "evidence_changed": before.evidence_changed,
    }


def _read_previous(value: Mapping[str, Any]) -> Previous:
    on = value["on"]
    return Previous(
        state=State(value["state"]),
        reason=value["reason"],
        by=value["by"],
        on=date.fromisoformat(on) if on else None,
        text_changed=bool(value["text_changed"]),
        evidence_changed=bool(value["evidence_changed"]),
    )
