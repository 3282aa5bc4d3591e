"""A short form to paste into a pull request."""

from __future__ import annotations

from vade.review.model import Item, Review, State
from vade.review.record.block import quoted, reaches_out
from vade.review.record.escape import escape
from vade.review.record.summary import GLYPHS, ends

__all__ = ["LIMIT", "pull_request"]

LIMIT = 65_536
"""GitHub refuses a longer comment. Counted in UTF-8 bytes, to be on the safe side."""

_ROOM = 400
"""Kept free for the sentence that says what was left out."""


def pull_request(review: Review) -> str:
    """Return a comment: the verdict, what fails and is to follow, and the rest as counts."""
    at = f". Commit `{review.commit[:7]}`" if review.commit else ""
    by = f", {escape(review.reviewer)}" if review.reviewer else ""
    word = review.verdict.word.capitalize()
    text = f"### Review: {word}\n\n{ends(review)}{at}{by}.\n"
    shown = [_block(i) for i in review.items if _matters(i)]
    left = 0
    for block in shown:
        if len((text + block).encode()) > LIMIT - _ROOM:
            left += 1
        else:
            text += block
    if left:
        items = "item is" if left == 1 else "items are"
        text += f"\n_Shortened: {left} more {items} in the record, which is too long for here._\n"
    done = review.tally.passed + review.tally.na
    return f"{text}\n{GLYPHS[State.PASS]} {done} of {review.tally.total} pass or are n/a.\n"


def _matters(item: Item) -> bool:
    answer = item.answer
    return answer.state in {State.FAIL, State.FOLLOW_UP} or answer.owes_reason or bool(item.rivals)


def _block(item: Item) -> str:
    answer = item.answer
    facts = [str(item.weight), escape(answer.owner), answer.due.isoformat() if answer.due else ""]
    head = f"- {GLYPHS[answer.state]} **{escape(item.title)}** · {answer.state} · "
    lines = [head + ", ".join(filter(None, facts))]
    if answer.reason:
        lines += ["", *(f"  {line}" for line in quoted(_calm(answer.reason)))]
    places = [f"`{str(e).replace('`', '')}`" for e in answer.evidence]
    if places:
        lines += ["", f"  {', '.join(places)}"]
    return "\n" + "\n".join(lines) + "\n"


def _calm(text: str) -> str:
    """Text that a quote alone would not hold loses its Markdown."""
    return "\n".join(escape(line) for line in text.split("\n")) if reaches_out(text) else text
