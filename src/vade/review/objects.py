"""The JSON objects of reviews. Stable: keys are only ever added."""

from __future__ import annotations

from collections.abc import Mapping

from vade.review.codec import answer_object, previous_object
from vade.review.model import Item, Review, Tally
from vade.review.spelling import show_time
from vade.review.suggest import Suggestion

__all__ = ["exported", "item_object", "review_object", "tally_object", "whole"]


def whole(
    review: Review, marks: Mapping[str, tuple[Suggestion, ...]] | None = None
) -> dict[str, object]:
    """A review with its items, as `review show --json` prints it; `marks` are suggestions."""
    items = [
        {**item_object(i), "suggestions": [str(m) for m in (marks or {}).get(i.id, ())]}
        for i in review.items
    ]
    return {"review": review_object(review), "items": items}


def exported(review: Review) -> dict[str, object]:
    """A review as the JSON form and templates have it: without this machine's folders."""
    head = {key: value for key, value in review_object(review).items() if key != "root"}
    kept = [{"after": k.after, "text": k.text} for k in review.kept]
    return {"review": {**head, "kept": kept}, "items": [item_object(i) for i in review.items]}


def review_object(review: Review) -> dict[str, object]:
    """A review without its items."""
    return {
        "id": review.id,
        "project": review.project,
        "root": review.root,
        "branch": review.branch,
        "base": review.base,
        "commit": review.commit,
        "reviewer": review.reviewer,
        "started": show_time(review.started),
        "finished": show_time(review.finished) if review.finished else None,
        "follows": review.follows,
        "checklists": [
            {"id": c.id, "title": c.title, "fingerprint": c.fingerprint} for c in review.checklists
        ],
        "tally": tally_object(review.tally),
        "verdict": review.verdict.word.value,
        "reasons": list(review.verdict.reasons),
    }


def tally_object(tally: Tally) -> dict[str, int]:
    """How many items are in each state."""
    return {
        "pass": tally.passed,
        "fail": tally.failed,
        "n/a": tally.na,
        "follow-up": tally.follow_up,
        "unanswered": tally.unanswered,
    }


def item_object(item: Item) -> dict[str, object]:
    """An item with its answer; `severity` is the one in force."""
    answer = answer_object(item.answer)
    return {
        "id": item.id,
        "title": item.title,
        **answer,
        "severity": item.weight.value,
        "default_severity": item.severity.value,
        "text": item.text,
        "fingerprint": item.fingerprint,
        "checklist": item.checklist,
        "origins": list(item.origins),
        "owes_reason": item.answer.owes_reason,
        "previous": previous_object(item.previous),
        "rivals": [answer_object(rival) for rival in item.rivals],
    }
