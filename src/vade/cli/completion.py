"""`vade completion SHELL`."""

from __future__ import annotations

import click
from click.shell_completion import ShellComplete, get_completion_class

from vade.cli.group import VadeCommand

__all__ = ["command"]


@click.command("completion", cls=VadeCommand, epilog='Example: eval "$(vade completion bash)"')
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print the completion script of a shell."""
    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"no completion for {shell}", context)
    completion = kind(context.find_root().command, {}, "vade", "_VADE_COMPLETE")
    # Not the class's own: bash's would start the bash in PATH, which need not be the reader's.
    click.echo(ShellComplete.source(completion))
