"""Printing: JSON in one form, text that never breaks a pipe or an old terminal."""

from __future__ import annotations

import json
import os
import shlex
import sys
from collections.abc import Mapping

import click

from vade.cli.guard import harmless
from vade.errors import VadeError

__all__ = ["colored", "emit_json", "emit_text"]


def emit_json(value: Mapping[str, object]) -> None:
    """Print `value` as ASCII JSON, with `"vade": 1` as its first key."""
    click.echo(json.dumps({"vade": 1, **value}, ensure_ascii=True, allow_nan=False, indent=2))


def emit_text(text: str) -> None:
    """Print `text`, through the user's pager where it is longer than the terminal is high."""
    text = harmless(text)
    lines = text.count("\n") + 1
    if sys.stdout.isatty() and lines >= _height() and os.environ.get("TERM") != "dumb":
        _check_pager(os.environ.get("PAGER", ""))
        click.echo_via_pager(text if text.endswith("\n") else text + "\n", color=colored())
    else:
        click.echo(text, color=colored())


def colored() -> bool:
    """Whether colour belongs on standard output: a terminal, no `NO_COLOR`, not `TERM=dumb`."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain


def _check_pager(command: str) -> None:
    try:
        shlex.split(command)
    except ValueError as error:
        hint = "Set $PAGER to a command, or to nothing"
        raise VadeError(f"the pager's command cannot be read: {error}", hint=hint) from error


def _height() -> int:
    try:
        return int(os.environ.get("LINES") or os.get_terminal_size().lines)
    except (OSError, ValueError):
        return 24
