"""`vade review gate [RECORD]`."""

from __future__ import annotations

from pathlib import Path

import click

from vade.cli import complete
from vade.cli.context import pass_workspace
from vade.cli.group import VadeCommand
from vade.cli.options import json_option
from vade.cli.output import emit_json
from vade.errors import VadeError
from vade.project.history import age_of
from vade.review.folder import records_folder
from vade.review.gate import Policy, Reason, judge
from vade.review.record.summary import ends
from vade.review.records import RecordRead, read_record, read_records
from vade.review.spelling import as_severity
from vade.text import clean_line
from vade.workspace import Workspace

__all__ = ["command"]

_EXAMPLES = """\b
Exit 0: open. Exit 1: closed, one line for each reason. Exit 2: the record cannot be read.

\b
Examples
  vade review gate --last --same-head
  vade review gate docs/reviews/2026-11-23-main-security.md --fail-on major --max-age 5
  vade review gate --last --require review-checklist
"""


@click.command("gate", cls=VadeCommand, epilog=_EXAMPLES)
@click.argument("record", required=False, type=click.Path(path_type=Path))
@click.option("--last", is_flag=True, help="The newest record of the project; the default.")
@click.option("--fail-on", metavar="SEVERITY", help="The lightest fail that closes the gate.")
@click.option(
    "--require",
    multiple=True,
    metavar="CHECKLIST",
    help="Must be covered. Repeatable.",
    shell_complete=complete.checklists,
)
@click.option("--max-age", type=click.IntRange(0), metavar="COMMITS", help="As old at most.")
@click.option("--same-head", is_flag=True, help="Nothing but records may have changed since.")
@json_option
@pass_workspace
def command(
    workspace: Workspace,
    record: Path | None,
    last: bool,
    fail_on: str | None,
    require: tuple[str, ...],
    max_age: int | None,
    same_head: bool,
    as_json: bool,
) -> int:
    """Say whether a record lets a change go on. RECORD is its file."""
    if record is not None and last:
        raise click.UsageError("give a RECORD or --last, not both")
    settings, project = workspace.settings, workspace.project
    library = workspace.library() if require else None
    policy = Policy(
        fail_on=as_severity(fail_on or settings.text("review.fail-on")),
        required=tuple(library.checklist(name) for name in require) if library else (),
        max_age=0 if same_head else max_age,
    )
    folder = records_folder(settings)
    found = read_record(workspace.cwd / record) if record else _newest(project.root / folder)
    if found is None:
        reasons: tuple[Reason, ...] = (Reason("missing", f"no record in {folder}"),)
    else:
        reasons = judge(found.parsed, policy, lambda c: age_of(project.root, c, folder))
    (_print_json if as_json else _print)(found, reasons)
    return 1 if reasons else 0


def _newest(folder: Path) -> RecordRead | None:
    """The newest record; one that cannot be read might be the newest, so it is an error."""
    records, wrong = read_records(folder)
    if wrong:
        raise VadeError(wrong[0])
    return next(iter(records), None)


def _print(found: RecordRead | None, reasons: tuple[Reason, ...]) -> None:
    if found is None:
        click.echo(f"closed: {reasons[0].message}")
        return
    path = clean_line(str(found.path))
    for problem in found.parsed.problems:
        if not problem.conflict:
            click.echo(f"{path}:{problem}", err=True)
    for reason in reasons:
        click.echo(f"{path}:{reason.line}: {reason.kind}: {reason.message}")
    state = "closed" if reasons else "open"
    click.echo(f"{state}: {ends(found.parsed.review)}.")


def _print_json(found: RecordRead | None, reasons: tuple[Reason, ...]) -> None:
    rows = [{"kind": r.kind, "item": r.item, "line": r.line, "message": r.message} for r in reasons]
    emit_json(
        {
            "open": not reasons,
            "record": str(found.path) if found else None,
            "verdict": found.parsed.review.verdict.word.value if found else None,
            "reasons": rows,
        }
    )
