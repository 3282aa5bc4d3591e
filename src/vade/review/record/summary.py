"""The top of a record: what came out, in a sentence and a table."""

from __future__ import annotations

from vade.review.model import Item, Review, Severity, State, VerdictWord
from vade.review.record.escape import escape
from vade.review.record.headings import anchors

__all__ = ["GLYPHS", "ends", "sentence", "table"]

GLYPHS = {
    State.UNANSWERED: "·",
    State.PASS: "✓",
    State.FAIL: "✗",
    State.NA: "–",
    State.FOLLOW_UP: "→",
}
"""What stands before a state's word, in records, in the commands and on the screens."""
_MANY = 20
"""More unanswered items than this share one row."""
_ORDER = (State.FAIL, State.FOLLOW_UP, State.NA, State.UNANSWERED)


def sentence(review: Review) -> str:
    """Return the verdict, what it rests on, and for which commit, in one paragraph."""
    word = review.verdict.word
    return f"**{word.capitalize()}.** {ends(review)}. {_where(review)}"


def ends(review: Review) -> str:
    """Return the verdict's numbers as a clause."""
    tally = review.tally
    owed = sum(i.answer.owes_reason for i in review.items)
    rivals = sum(bool(i.rivals) for i in review.items)
    parts = [
        (tally.unanswered, "is unanswered", "are unanswered"),
        (owed, "owes a reason", "owe a reason"),
        (rivals, "has two answers that disagree", "have two answers that disagree"),
        (tally.failed, "fails", "fail"),
        (tally.follow_up, "needs a follow-up", "need a follow-up"),
    ]
    said = [(n, one if n == 1 else many) for n, one, many in parts if n]
    if review.verdict.word is VerdictWord.PASS and not said:
        said = [(tally.passed, "passes" if tally.passed == 1 else "pass")]
        said += [(tally.na, "is n/a" if tally.na == 1 else "are n/a")] if tally.na else []
    if not said:
        return "There are no items"
    first, *rest = said
    items = "item" if tally.total == 1 else "items"
    return ", ".join(
        [f"{first[0]} of {tally.total} {items} {first[1]}", *(f"{n} {w}" for n, w in rest)]
    )


def table(review: Review) -> list[str]:
    """Return the table of what is not simply done."""
    anchor = anchors(review)
    rows = [_row(i, anchor[i.id]) for i in sorted(filter(_stands_out, review.items), key=_rank)]
    waiting = [i for i in review.items if i.answer.state is State.UNANSWERED]
    if len(waiting) > _MANY:
        rows.append(f"| · unanswered | {len(waiting)} items | |")
    else:
        rows += [_row(i, anchor[i.id]) for i in waiting]
    if not rows:
        rows = [f"| ✓ pass | {review.tally.passed} items | |"]
    return ["| | Item | |", "| --- | --- | --- |", *rows]


def _stands_out(item: Item) -> bool:
    state = item.answer.state
    return state in {State.FAIL, State.FOLLOW_UP} or item.answer.owes_reason


def _rank(item: Item) -> tuple[int, int]:
    return _ORDER.index(item.answer.state), tuple(Severity).index(item.weight)


def _row(item: Item, anchor: str) -> str:
    answer = item.answer
    facts = [str(item.weight)] if answer.state in {State.FAIL, State.FOLLOW_UP} else []
    facts += [escape(answer.owner)] if answer.owner else []
    facts += [answer.due.isoformat()] if answer.due else []
    facts += ["reason owed"] if answer.owes_reason else []
    facts += ["two answers"] if item.rivals else []
    state = f"{GLYPHS[answer.state]} {answer.state}"
    return f"| {state} | [{escape(item.title)}](#{anchor}) | {', '.join(facts)} |"


def _where(review: Review) -> str:
    day = (review.finished or review.started).date().isoformat()
    by = f", {escape(review.reviewer)}" if review.reviewer else ""
    if not review.commit:
        return f"No commit is known, {day}{by}."
    against = f" against `{review.base[:7]}`" if review.base not in {"", review.commit} else ""
    return f"Commit `{review.commit[:7]}`{against}, {day}{by}."
