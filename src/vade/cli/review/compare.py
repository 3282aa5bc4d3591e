"""`vade review compare A B`."""

from __future__ import annotations

from dataclasses import fields

import click

from vade.cli.context import pass_workspace
from vade.cli.group import VadeCommand
from vade.cli.options import json_option
from vade.cli.output import emit_json, emit_text
from vade.cli.review.chosen import latest, opened
from vade.cli.review.named import named
from vade.cli.style import paint
from vade.errors import NotFoundError
from vade.review.compare import Delta, Pair, compare
from vade.review.desk import Desk
from vade.review.model import Review
from vade.review.objects import review_object
from vade.workspace import Workspace

__all__ = ["command"]

_EXAMPLES = """\b
A is the earlier, B the later: an id, the beginning of one, or the file of a record. Without B the
newest review here; without both, that one and the one it was started again from.

\b
Examples
  vade review compare
  vade review compare docs/reviews/2026-10-02-main-security.md 01KAR7 --json
"""

_TITLES = {
    "new_fails": "New fails",
    "regressed": "Regressed",
    "fixed": "Fixed",
    "answered": "Newly answered",
    "changed": "Changed",
    "added": "Added to the checklist",
    "removed": "No longer in the checklist",
    "reworded": "Reworded",
}


@click.command("compare", cls=VadeCommand, epilog=_EXAMPLES)
@click.argument("a", required=False)
@click.argument("b", required=False)
@json_option
@pass_workspace
def command(workspace: Workspace, a: str | None, b: str | None, as_json: bool) -> None:
    """Say what changed from review A to review B."""
    desk = opened(workspace)
    after = named(desk, workspace.cwd, b) if b else latest(desk, None)
    before = named(desk, workspace.cwd, a) if a else _before(desk, after)
    delta = compare(before, after)
    if as_json:
        emit_json(
            {
                "before": review_object(before),
                "after": review_object(after),
                "delta": {
                    head.name: [_object(p) for p in getattr(delta, head.name)]
                    for head in fields(delta)
                },
            }
        )
    else:
        emit_text(_page(before, after, delta))


def _before(desk: Desk, after: Review) -> Review:
    found = next((p.review for p in desk.past() if p.review.id == after.follows), None)
    if found is None:
        hint = "Name two: vade review compare A B"
        raise NotFoundError(f"review {after.id} follows no other", hint=hint)
    return found


def _object(pair: Pair) -> dict[str, object]:
    then, now = pair.states
    return {
        "id": pair.item.id,
        "title": pair.item.title,
        "before": then.value if then else None,
        "after": now.value if now else None,
    }


def _page(before: Review, after: Review, delta: Delta) -> str:
    lines = [paint(f"From {before.id} to {after.id}", bold=True)]
    for name, title in _TITLES.items():
        pairs: tuple[Pair, ...] = getattr(delta, name)
        if pairs:
            lines += ["", paint(title, bold=True)]
            lines += [f"  {p.item.title}: {_way(p)}" for p in pairs]
    return "\n".join(lines if len(lines) > 1 else [*lines, "No difference."])


def _way(pair: Pair) -> str:
    then, now = pair.states
    return f"{then or 'not there'} → {now or 'not there'}"
