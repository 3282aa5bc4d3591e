"""The group `vade review` and the table of its verbs."""

from __future__ import annotations

import click

from vade.cli.group import LazyGroup

__all__ = ["COMMANDS", "command"]

COMMANDS: dict[str, tuple[str, str]] = {
    "start": ("vade.cli.review.start", "Begin a review of the project as it stands."),
    "list": ("vade.cli.review.list", "List the reviews of this project."),
    "show": ("vade.cli.review.show", "Print a review."),
    "answer": ("vade.cli.review.answer", "Answer one item."),
    "undo": ("vade.cli.review.undo", "Take the last answer back."),
    "redo": ("vade.cli.review.redo", "Give the answer again that was undone."),
    "walk": ("vade.cli.review.walk", "Answer item by item in a plain terminal."),
    "finish": ("vade.cli.review.finish", "Close a review."),
    "reopen": ("vade.cli.review.reopen", "Make a finished review a draft again."),
    "discard": ("vade.cli.review.discard", "Put a review away; it is kept for 30 days."),
    "export": ("vade.cli.review.export", "Write a review down."),
    "import": ("vade.cli.review.take_in", "Take records in, merged with what is here."),
    "compare": ("vade.cli.review.compare", "Say what changed between two reviews."),
    "todo": ("vade.cli.review.todo", "List what is to follow up, by when and by whom."),
    "move": (
        "vade.cli.review.move",
        "Bring the reviews of a project along that changed its folder.",
    ),
    "gate": ("vade.cli.review.gate", "Say whether a record lets a change go on."),
}
"""Verb to module (which has the click command as `command`) and its line in the overview."""
_EPILOG = """\b
Examples
  vade review start
  vade review answer sql-injection fail --reason "built by formatting" --evidence src/db.py:42
  vade review finish && vade review export
"""


@click.group("review", cls=LazyGroup, table=COMMANDS, epilog=_EPILOG)
def command() -> None:
    """Walk a review checklist and leave a Markdown record in the project."""
