"""What every command shares: the packs given on the command line, and this run's workspace."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import click

from vade.cli.screens import here
from vade.errors import VadeError
from vade.paths import exists, expanded
from vade.text import clean_line
from vade.workspace import Workspace

__all__ = ["Run", "pack_options", "pass_workspace"]

P = ParamSpec("P")
R = TypeVar("R")


@dataclass
class Run:
    """The options of one run, gathered wherever they stand on the command line."""

    packs: list[Path] = field(default_factory=list)
    only: bool = False
    opened: Workspace | None = None

    @property
    def workspace(self) -> Workspace:
        """The workspace of this run, opened on first use."""
        if self.opened is None:
            self.opened = Workspace.open(here(), os.environ, tuple(self.packs), self.only)
        return self.opened


def pass_workspace(function: Callable[Concatenate[Workspace, P], R]) -> Callable[P, R]:
    """Give a command the workspace of this run as its first argument."""

    @functools.wraps(function)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        run = click.get_current_context().find_root().ensure_object(Run)
        return function(run.workspace, *args, **kwargs)

    return wrapped


def pack_options() -> list[click.Parameter]:
    """Return `--pack` and `--only`, which every command takes."""
    return [
        click.Option(
            ["--pack"],
            multiple=True,
            metavar="PATH",
            type=click.Path(),
            expose_value=False,
            callback=_add_packs,
            help="Read this folder or file too, above all other packs. Repeatable.",
        ),
        click.Option(
            ["--only"],
            is_flag=True,
            expose_value=False,
            callback=_set_only,
            help="Read the packs given by --pack and no others.",
        ),
    ]


def _add_packs(context: click.Context, _: click.Parameter, value: Any) -> None:
    run = context.find_root().ensure_object(Run)
    for given in value:
        path = Path(os.path.normpath(here() / expanded(given)))
        if not exists(path):
            raise VadeError("no such file or folder", where=clean_line(str(given)))
        if path not in run.packs:
            run.packs.append(path)


def _set_only(context: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        context.find_root().ensure_object(Run).only = True
