"""`vade review export [REVIEW]`."""

from __future__ import annotations

from pathlib import Path

import click

from vade.cli.context import pass_workspace
from vade.cli.group import VadeCommand
from vade.cli.review.chosen import latest, opened, review_argument
from vade.paths import expanded
from vade.review.export.forms import FORMS
from vade.workspace import Workspace

__all__ = ["command"]

_EXAMPLES = """\b
Without --output, `md` goes to the project's folder of records and the other forms to standard
output. A file that is not this review's own untouched export is replaced only with --force.

\b
Examples
  vade review export
  vade review export --format html --output review.html
  vade review export --format pr | pbcopy
"""


@click.command("export", cls=VadeCommand, epilog=_EXAMPLES)
@click.option(
    "--format",
    "form",
    default="md",
    show_default=True,
    type=click.Choice(FORMS),
    help="Which form.",
)
@click.option("--template", type=click.Path(path_type=Path), help="A Jinja template of your own.")
@click.option("--output", metavar="PATH|-", help="Where to; - is standard output.")
@click.option("--force", is_flag=True, help="Replace a file that is in the way.")
@review_argument
@pass_workspace
def command(
    workspace: Workspace,
    form: str,
    template: Path | None,
    output: str | None,
    force: bool,
    ref: str | None,
) -> None:
    """Write a review down."""
    desk = opened(workspace)
    review = latest(desk, ref)
    if output == "-" and form == "md" and template is None:
        click.echo(desk.render(review), nl=False)
        return
    target = None if output in {None, "-"} else workspace.cwd / expanded(str(output))
    written = desk.export(review.id, form, template, target, force)
    if isinstance(written, Path):
        click.echo(str(written))
    else:
        click.echo(written, nl=not written.endswith("\n"))
