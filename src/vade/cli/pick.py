"""`vade pick [QUERY]`: choose on the screens, print the code."""

from __future__ import annotations

import sys

import click

from vade.cli.context import pass_workspace
from vade.cli.group import VadeCommand
from vade.errors import VadeError
from vade.workspace import Workspace

__all__ = ["BINDINGS", "command"]

_EXAMPLES = """\b
Examples
  vade pick token bucket > limiter.lua
  eval "$(vade pick --key-binding zsh)"      # then ctrl+x ctrl+v in the shell
"""
BINDINGS = {
    "bash": """__vade_pick() {
  local code
  code="$(vade pick </dev/tty)" || return
  READLINE_LINE="${READLINE_LINE:0:READLINE_POINT}${code}${READLINE_LINE:READLINE_POINT}"
  READLINE_POINT=$((READLINE_POINT + ${#code}))
}
bind -x '"\\C-x\\C-v": __vade_pick'
""",
    "zsh": """__vade_pick() {
  local code
  code="$(vade pick </dev/tty)" && LBUFFER+="$code"
  zle reset-prompt
}
zle -N __vade_pick
bindkey '^X^V' __vade_pick
""",
    "fish": """function __vade_pick
  set -l code (vade pick </dev/tty | string collect)
  and commandline -i -- $code
  commandline -f repaint
end
bind \\cx\\cv __vade_pick
""",
}
"""Shell to what its start file needs: ctrl+x ctrl+v puts picked code into the command line."""


@click.command("pick", cls=VadeCommand, epilog=_EXAMPLES)
@click.argument("query", nargs=-1)
@click.option(
    "--key-binding",
    "shell",
    type=click.Choice(list(BINDINGS)),
    help="Print the key binding for a shell's start file instead.",
)
@pass_workspace
def command(workspace: Workspace, query: tuple[str, ...], shell: str | None) -> int:
    """Choose on the screens and print the code to standard output.

    Enter takes the entry under the cursor. Where a pattern has several fences it asks which, and
    for the values of its {{placeholders}}. Exit status 1 where nothing was taken.
    """
    if shell is not None:
        click.echo(BINDINGS[shell], nl=False)
        return 0
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        hint = "In a pipe or a script: vade show ID --code"
        raise VadeError("picking needs a terminal", hint=hint)
    from vade.tui import pick_code

    code, status = pick_code(workspace, " ".join(query))
    if code is not None:
        click.echo(code)
    return status
