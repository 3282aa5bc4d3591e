"""`vade review walk`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

import click

from vade.cli.context import pass_workspace
from vade.cli.group import VadeCommand
from vade.cli.review.chosen import draft, opened, review_option
from vade.cli.review.lines import headline
from vade.cli.review.walking import HELP, Walk
from vade.errors import VadeError
from vade.library import Library
from vade.library.checklists import preparation
from vade.library.entry import Entry
from vade.review.model import Review, State
from vade.workspace import Workspace

__all__ = ["command"]

_EXAMPLES = f"""\b
At the prompt:
{HELP}

\b
Examples
  vade review walk
  vade review walk --answers answers.txt
"""


@click.command("walk", cls=VadeCommand, epilog=_EXAMPLES)
@click.option("--answers", metavar="FILE|-", help="Read the lines from a file, one an answer.")
@review_option
@pass_workspace
def command(workspace: Workspace, answers: str | None, ref: str | None) -> int:
    """Answer item by item in a plain terminal: lines only, no screen. Each answer is saved."""
    desk = opened(workspace)
    review = draft(desk, ref)
    library = workspace.library()
    known = {check.id: check for check in library.entries}
    checks = {i.id: known[i.id] for i in review.items if i.id in known}
    marks = desk.suggestions(review, checks.values())
    walk = Walk(desk, review, lambda text: click.echo(text, color=False), checks, marks)
    scripted = answers is not None
    for text in _preparation(library, review, checks.values()):
        click.echo(text, color=False)
    walk.show()
    for number, line in enumerate(_lines(walk, workspace.cwd, answers), 1):
        try:
            walk.take(line)
        except VadeError as error:
            if scripted:
                raise VadeError(str(error), where=f"{answers}:{number}") from error
            click.echo(f"  {error}")
        if walk.over:
            break
    click.echo(f"\n{walk.review.id}: {headline(walk.review)}")
    return 0


def _preparation(library: Library, review: Review, checks: Iterable[Entry]) -> Iterator[str]:
    """What checklist pages say above their items, such as what to have at hand, at the start."""
    if any(item.answer.state is not State.UNANSWERED for item in review.items):
        return
    for page in dict.fromkeys(page for check in checks for page in preparation(library, check)):
        yield f"\n{page.title}\n  {page.body}"


def _lines(walk: Walk, cwd: Path, answers: str | None) -> Iterator[str]:
    """The lines of a file or of a person, until there are no more."""
    if answers not in {None, "-"}:
        path = cwd / str(answers)
        try:
            yield from path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
        except (OSError, UnicodeDecodeError) as error:
            raise VadeError("cannot be read", where=str(path)) from error
        return
    yield from _typed(walk, sys.stdin)


def _typed(walk: Walk, stream: TextIO) -> Iterator[str]:
    while True:
        click.echo(walk.prompt, nl=False, color=False)
        line = stream.readline()
        if not line:
            click.echo("")
            return
        yield line
