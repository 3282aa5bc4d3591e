"""SARIF 2.1.0: failed items with evidence, for code-scanning views."""

from __future__ import annotations

from urllib.parse import quote

from vade import __version__
from vade.review.model import Evidence, Item, Review, Severity, State
from vade.review.spelling import show_time

__all__ = ["sarif"]

_LEVELS = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "error",
    Severity.MINOR: "warning",
    Severity.NOTE: "note",
}
_SCORES = {
    Severity.CRITICAL: "9.5",
    Severity.MAJOR: "7.5",
    Severity.MINOR: "5.0",
    Severity.NOTE: "1.0",
}
"""GitHub sorts results by this `security-severity`."""


def sarif(review: Review) -> dict[str, object]:
    """Return a review as a SARIF log: one result for each place of a failed item."""
    failed = [i for i in review.items if i.answer.state is State.FAIL]
    run = {
        "tool": {
            "driver": {
                "name": "Vade",
                "version": __version__,
                "rules": [_rule(item) for item in failed],
            }
        },
        "originalUriBaseIds": {"PROJECT": {"description": {"text": "The project's root."}}},
        "invocations": [_invocation(review, failed)],
        "results": [
            _result(item, place, number)
            for number, item in enumerate(failed)
            for place in item.answer.evidence
            if place.path
        ],
        "properties": {"review": review.id, "verdict": review.verdict.word.value},
    }
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }


def _rule(item: Item) -> dict[str, object]:
    return {
        "id": item.id,
        "name": item.title,
        "shortDescription": {"text": item.title},
        "fullDescription": {"text": item.text or item.title},
        "defaultConfiguration": {"level": _LEVELS[item.severity]},
        "properties": {"security-severity": _SCORES[item.weight]},
    }


def _invocation(review: Review, failed: list[Item]) -> dict[str, object]:
    """When the review took place, and what of it has no place in a result."""
    bare = [i for i in failed if not any(e.path for e in i.answer.evidence)]
    found: dict[str, object] = {
        "executionSuccessful": True,
        "startTimeUtc": show_time(review.started),
        "toolExecutionNotifications": [
            {
                "level": _LEVELS[item.weight],
                "message": {"text": f"{item.title}: fail without a place. {item.answer.reason}"},
            }
            for item in bare
        ],
    }
    if review.finished:
        found["endTimeUtc"] = show_time(review.finished)
    return found


def _result(item: Item, place: Evidence, rule: int) -> dict[str, object]:
    return {
        "ruleId": item.id,
        "ruleIndex": rule,
        "level": _LEVELS[item.weight],
        "message": {"text": item.answer.reason or item.title},
        "locations": [{"physicalLocation": _location(place)}],
        "partialFingerprints": {"vadeItem/v1": f"{item.fingerprint}:{place.path}"},
    }


def _location(place: Evidence) -> dict[str, object]:
    found: dict[str, object] = {
        "artifactLocation": {"uri": quote(place.path), "uriBaseId": "PROJECT"}
    }
    if place.start is not None:
        region: dict[str, object] = {"startLine": place.start, "endLine": place.end}
        if place.quote:
            region["snippet"] = {"text": place.quote}
        found["region"] = region
    return found
