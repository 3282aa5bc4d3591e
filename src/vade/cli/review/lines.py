"""A review as lines for a plain terminal."""

from __future__ import annotations

from collections.abc import Mapping

import click

from vade.cli.output import emit_json
from vade.cli.style import paint
from vade.review.model import Item, Review, State
from vade.review.objects import whole
from vade.review.record.summary import GLYPHS, ends
from vade.review.suggest import Suggestion

__all__ = ["headline", "item_line", "page", "row", "say"]

_COLORS = {
    State.UNANSWERED: None,
    State.PASS: "green",
    State.FAIL: "red",
    State.NA: "cyan",
    State.FOLLOW_UP: "yellow",
}


def headline(review: Review) -> str:
    """Return the verdict and the numbers behind it."""
    return f"{review.verdict.word}: {ends(review)}."


def say(review: Review, as_json: bool) -> None:
    """Print what became of a review: its headline, or all of it as JSON."""
    if as_json:
        emit_json(whole(review))
    else:
        click.echo(f"{review.id}: {headline(review)}")


def row(review: Review) -> str:
    """Return a review as one line of a list."""
    day = review.started.date().isoformat()
    place = f"{review.project}, {review.branch}" if review.branch else review.project
    state = "finished" if review.finished else "draft"
    tally = review.tally
    counts = f"{tally.answered} of {tally.total}"
    verdict = f"{review.verdict.word:<10}"
    return f"{paint(review.id, fg='cyan')}  {day}  {state:<8}  {verdict}  {counts:>9}  {place}"


def item_line(item: Item) -> str:
    """Return an item and its state as one line."""
    state = item.answer.state
    word = paint(f"{GLYPHS[state]} {state:<10}", fg=_COLORS[state])
    facts = [str(item.weight)] if state in {State.FAIL, State.FOLLOW_UP} else []
    facts += [item.answer.owner] if item.answer.owner else []
    facts += [item.answer.due.isoformat()] if item.answer.due else []
    facts += ["reason owed"] if item.answer.owes_reason else []
    facts += ["two answers disagree"] if item.rivals else []
    if item.previous:
        facts.append(f"last time {item.previous.state}")
        facts += ["text changed"] if item.previous.text_changed else []
        facts += ["evidence changed"] if item.previous.evidence_changed else []
    tail = f"  {paint(', '.join(facts), dim=True)}" if facts else ""
    return f"  {word}  {item.title}{tail}"


def page(review: Review, marks: Mapping[str, tuple[Suggestion, ...]]) -> str:
    """Return a whole review; `marks` say which items matter for this change."""
    place = f"{review.project}, {review.branch}" if review.branch else review.project
    at = f" at {review.commit[:7]}" if review.commit else ""
    lines = [paint(f"Review {review.id} of {place}{at}", bold=True), headline(review), ""]
    for item in review.items:
        lines.append(item_line(item))
        lines += [f"               this change: {mark}" for mark in marks.get(item.id, ())]
        for part in (item.answer.reason, item.answer.notes):
            lines += [f"               {line}" for line in part.split("\n") if part]
        lines += [f"               {evidence}" for evidence in item.answer.evidence]
    return "\n".join(lines)
