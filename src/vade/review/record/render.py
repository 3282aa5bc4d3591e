"""A review as the text of its record. Pure: the same review gives the same bytes."""

from __future__ import annotations

from vade.review.model import DONE, Item, Review
from vade.review.record.escape import escape, token
from vade.review.record.front import front_matter
from vade.review.record.headings import Group, groups
from vade.review.record.parts import item_parts, kept_part, state_words
from vade.review.record.summary import sentence, table

__all__ = ["FOLDER", "render"]

FOLDER = "docs/reviews"
"""Where records lie unless the configuration says otherwise."""


def render(review: Review, folder: str = FOLDER) -> str:
    """Return the record of a review.

    Args:
        review: What to write down.
        folder: The record's folder, relative to the project root: links to evidence start there.
    """
    place = f", {escape(review.branch)}" if review.branch else ""
    lines = [*front_matter(review), "", f"# Review of {escape(review.project)}{place}", ""]
    lines += [sentence(review), "", *table(review), ""]
    for kept in review.kept:
        if not kept.after:
            lines += [*kept_part(kept), ""]
    for group in groups(review):
        lines += _heading(group)
        for item in group.items:
            lines += _item(item, review, folder)
    return "\n".join(lines)


def _heading(group: Group) -> list[str]:
    named = [f"<!-- vade checklist {token(group.checklist)} -->", ""] if group.named else []
    return [*named, f"## {escape(group.title)}", ""]


def _item(item: Item, review: Review, folder: str) -> list[str]:
    answer = item.answer
    box = "x" if answer.state in DONE else " "
    comment = f"<!-- vade {token(item.id)} {token(item.fingerprint) or '-'} -->"
    lines = [f"- [{box}] **{escape(item.title)}** · {state_words(item, answer)} {comment}", ""]
    parts = item_parts(item, review, folder)
    parts += [kept_part(k) for k in review.kept if k.after == item.id]
    for part in parts:
        lines += [f"  {line}" if line else "" for line in part]
        lines.append("")
    return lines
