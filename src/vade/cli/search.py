"""`vade search QUERY`."""

from __future__ import annotations

import click

from vade.cli import complete
from vade.cli.context import pass_workspace
from vade.cli.group import VadeCommand
from vade.cli.options import json_option, limit_option
from vade.cli.output import emit_json, emit_text
from vade.cli.problems import say_problems
from vade.cli.shape import hit_object
from vade.cli.style import paint
from vade.search.hit import Hit, Results
from vade.search.undressed import undressed
from vade.text import quoted
from vade.workspace import Workspace

__all__ = ["command"]

_FIELDS = """\b
Words must all match; the best hits come first. Narrow them with
  "connection pool"   a phrase        -celery         without this word
  kind:pattern        lang:python     area:security   pack:vade
  title:cors          code:execute

\b
Examples
  vade search rate limiting
  vade search 'lang:python "connection pool" -celery'
  vade search 'kind:check injection' --json
"""


@click.command(
    "search",
    cls=VadeCommand,
    epilog=_FIELDS,
    context_settings={"ignore_unknown_options": True},  # -word is part of the language
)
@click.argument("query", nargs=-1, required=True)
@click.option(
    "--kind",
    metavar="KIND",
    help="Only entries of this kind, as kind: does.",
    shell_complete=complete.kinds,
)
@click.option(
    "--lang",
    metavar="LANGUAGE",
    help="Only this language, as lang: does.",
    shell_complete=complete.languages,
)
@click.option(
    "--in",
    "area",
    metavar="AREA",
    help="Only this area, as area: does.",
    shell_complete=complete.areas,
)
@limit_option(20, 1000)
@json_option
@pass_workspace
def command(
    workspace: Workspace,
    query: tuple[str, ...],
    kind: str | None,
    lang: str | None,
    area: str | None,
    limit: int,
    as_json: bool,
) -> int:
    """Find entries by words, phrases and fields."""
    for word in query:
        if word.startswith("--"):
            raise click.NoSuchOption(word)
    text = " ".join([*query, *_facets(kind=kind, lang=lang, area=area)])
    results = workspace.search(text, limit=limit, typing=True)
    if workspace.packs:
        say_problems(workspace, workspace.scan().diagnostics)
    for note in results.notes:
        click.echo(f"vade: {note}", err=True)
    if as_json:
        emit_json(_object(text, results))
    elif results.hits:
        emit_text(_listing(results))
    else:
        click.echo(f"Nothing matches {quoted(text)}.", err=True)
    return 0 if results.hits else 1


def _facets(**given: str | None) -> list[str]:
    return [f'{name}:"{value}"' for name, value in given.items() if value]


def _object(text: str, results: Results) -> dict[str, object]:
    return {
        "query": text,
        "suggestion": results.suggestion,
        "hits": [hit_object(hit) for hit in results.hits],
    }


def _listing(results: Results) -> str:
    lines = [f"Nothing matches exactly. Did you mean {results.suggestion!r}?\n"]
    lines = lines if results.suggestion else []
    whole = [at for at, hit in enumerate(results.hits) if not hit.partial]
    rest = whole[-1] + 1 if whole else 0
    for at, hit in enumerate(results.hits):
        if at == rest:
            lines.append(paint("Only some of the words:", dim=True))
        lines.append(_block(hit))
    return "\n".join(lines)


def _block(hit: Hit) -> str:
    entry = hit.entry
    head = f"{paint(entry.title, bold=True)}  {paint(_label(hit), dim=True)}"
    text, matches = undressed(hit.excerpt)
    at, marked = 0, ""
    for start, end in matches:
        marked += text[at:start] + paint(text[start:end], bold=True, fg="yellow")
        at = end
    body = f"  {marked}{text[at:]}\n" if text else ""
    return f"{head}\n{body}  {paint(entry.id, fg='cyan')}"


def _label(hit: Hit) -> str:
    entry = hit.entry
    what = f"{entry.language} {entry.kind}" if entry.language else str(entry.kind)
    return f"{what} · {entry.area}" if entry.area else what
