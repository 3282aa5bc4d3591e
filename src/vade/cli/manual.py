"""Man pages out of the commands' own help: `python -m vade.cli.manual FOLDER` writes them."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from vade import __version__

__all__ = ["page", "pages", "walk", "write"]

_FILES = """\
.SH FILES
.TP
.I config.toml
in the configuration folder: every key is told by
.BR "vade config show" .
.PP
.B vade paths
names all folders;
.BR VADE_CONFIG_DIR ,
.BR VADE_DATA_DIR ,
.B VADE_STATE_DIR
and
.B VADE_CACHE_DIR
move them.
.SH EXIT STATUS
0 done, 1 no (nothing found, gate closed, problems found), 2 wrong use or cannot, 130 interrupted.
"""


def pages(command: click.Command) -> dict[str, str]:
    """Return file name to text: a page for the command and one for each below it."""
    return {f"{name.replace(' ', '-')}.1": page(name, c, x) for name, c, x in walk(command)}


def page(name: str, command: click.Command, context: click.Context) -> str:
    """Return one page in roff, in the macros of man(7)."""
    short = command.get_short_help_str(200).rstrip(".")
    title = name.replace(" ", "-")
    usage = " ".join(command.collect_usage_pieces(context))
    parts = [
        f'.TH {title.upper()} 1 "" "vade {__version__}" "Vade"',
        f".SH NAME\n{_text(title)} \\- {_text(short)}",
        f".SH SYNOPSIS\n.B {_text(name)}\n{_text(usage)}",
        f".SH DESCRIPTION\n{_paragraphs(command.help or '')}",
        _options(command, context),
        _commands(command, context, title),
        _FILES.rstrip("\n"),
        f".SH EXAMPLES\n{_examples(command.epilog or '')}",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def write(folder: Path, command: click.Command) -> int:
    """Write all pages into `folder` and return how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    every = pages(command)
    for file, text in every.items():
        (folder / file).write_text(text, encoding="utf-8", newline="\n")
    return len(every)


def walk(
    command: click.Command, name: str = "vade", parent: click.Context | None = None
) -> Iterator[tuple[str, click.Command, click.Context]]:
    """Yield a command and those in it that `--help` lists, each with its whole name."""
    context = click.Context(command, info_name=name.rsplit(maxsplit=1)[-1], parent=parent)
    yield name, command, context
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            if found is not None:
                yield from walk(found, f"{name} {inner}", context)


def _options(command: click.Command, context: click.Context) -> str:
    options = [p for p in command.get_params(context) if isinstance(p, click.Option)]
    records = [option.get_help_record(context) for option in options]
    rows = [f".TP\n.B {_text(left)}\n{_text(right)}" for left, right in filter(None, records)]
    return "\n".join([".SH OPTIONS", *rows])


def _commands(command: click.Command, context: click.Context, title: str) -> str:
    if not isinstance(command, click.Group):
        return ""
    rows = []
    for name in command.list_commands(context):
        found = command.get_command(context, name)
        tells = found.get_short_help_str(200) if found else ""
        rows.append(f".TP\n.BR {_text(f'{title}-{name}')} (1)\n{_text(tells)}")
    return "\n".join([".SH COMMANDS", *rows])


def _paragraphs(text: str) -> str:
    blocks = inspect.cleandoc(text).split("\n\n")
    return "\n.PP\n".join(_text(" ".join(block.split())) for block in blocks)


def _examples(epilog: str) -> str:
    """The epilog as it stands: `\\b` marks are click's own, and lines stay lines."""
    lines = [line for line in epilog.replace("\b", "").split("\n") if line.strip()]
    return "\n".join([".nf", *map(_text, lines), ".fi"])


def _text(text: str) -> str:
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped[:1] in {".", "'"} else escaped


if __name__ == "__main__":
    from vade.cli.main import vade

    print(write(Path(sys.argv[1]), vade), "pages")
