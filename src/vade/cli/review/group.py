"""The group `vade review` and the table of its verbs."""

from __future__ import annotations

import importlib
from collections.abc import Mapping

import click

from vade.cli.group import NamingGroup

__all__ = ["VERBS", "ReviewGroup", "command"]

VERBS: dict[str, str] = {
    "start": "Begin a review of the project as it stands.",
    "list": "List the reviews of this project.",
    "show": "Print a review.",
    "answer": "Answer one item.",
    "undo": "Take the last answer back.",
    "redo": "Give the answer again that was undone.",
    "walk": "Answer item by item in a plain terminal.",
    "finish": "Close a review.",
    "reopen": "Make a finished review a draft again.",
    "discard": "Put a review away; it is kept for 30 days.",
    "export": "Write a review down.",
    "import": "Take records in, merged with what is here.",
    "compare": "Say what changed between two reviews.",
    "todo": "List what is to follow up, by when and by whom.",
    "move": "Bring the reviews of a project along that changed its folder.",
    "gate": "Say whether a record lets a change go on.",
}
"""Verb to its line in the overview; the module of that name has it as `command`."""

_MODULES = {"import": "take_in"}
"""Verbs whose word cannot be a module's name."""

_EPILOG = """\b
Examples
  vade review start
  vade review answer sql-injection fail --reason "built by formatting" --evidence src/db.py:42
  vade review finish && vade review export
"""


class ReviewGroup(NamingGroup):
    """Imports only the verb that is asked for."""

    def overview(self) -> Mapping[str, str]:
        """Each verb with its line."""
        return VERBS

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the verb `cmd_name`."""
        if cmd_name not in VERBS:
            return None
        module = importlib.import_module(f"vade.cli.review.{_MODULES.get(cmd_name, cmd_name)}")
        found: click.Command = module.command
        return found


@click.group("review", cls=ReviewGroup, epilog=_EPILOG)
def command() -> None:
    """Walk a review checklist and leave a Markdown record in the project."""
