"""The `vade` command and the table of what stands under it."""

from __future__ import annotations

import click

from vade import __version__
from vade.cli.context import Run
from vade.cli.group import QueryGroup

__all__ = ["COMMANDS", "vade"]

COMMANDS: dict[str, tuple[str, str]] = {
    "search": ("vade.cli.search", "Find entries by words, phrases and fields."),
    "show": ("vade.cli.show", "Print one entry."),
    "copy": ("vade.cli.copy", "Copy an entry's code to the clipboard."),
    "pick": ("vade.cli.pick", "Choose on the screens, print the code: for shell key bindings."),
    "list": ("vade.cli.list", "List entries."),
    "review": ("vade.cli.review", "Walk a review checklist and leave a record."),
    "route": ("vade.cli.route", "Say which agents, topics and checks fit a task."),
    "library": ("vade.cli.library", "See, add, remove and check packs."),
    "new": ("vade.cli.new", "Begin an agent, topic, pattern or checklist of your own."),
    "paths": ("vade.cli.paths", "Say where Vade keeps things."),
    "config": ("vade.cli.config", "Show, edit or check the configuration."),
    "completion": ("vade.cli.completion", "Print the completion script of a shell."),
}
"""Name to module (which has the click command as `command`) and its line in the overview."""


@click.command(
    cls=QueryGroup,
    table=COMMANDS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Without a command, `vade [QUERY]` opens the screens. Example: vade rate limiting",
)
@click.version_option(__version__, "-V", "--version", message="vade %(version)s")
@click.pass_context
def vade(context: click.Context) -> int:
    """Search what you know, copy patterns, walk review checklists. Offline, in the terminal."""
    if context.invoked_subcommand is not None:
        return 0
    from vade.cli.screens import open_screens

    return open_screens(context.ensure_object(Run).workspace, "")
