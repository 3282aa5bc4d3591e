"""Which review a verb is about: the one named, else the newest here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from vade.errors import NotFoundError
from vade.review.desk import Desk
from vade.review.model import Review
from vade.workspace import Workspace

__all__ = ["draft", "json_option", "latest", "opened", "review_option"]

F = TypeVar("F", bound=Callable[..., Any])


def review_option(function: F) -> F:
    """Give a verb `--review ID`."""
    return click.option("--review", "ref", metavar="ID", help="Which review; else the newest.")(
        function
    )


def json_option(function: F) -> F:
    """Give a verb `--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(function)


def opened(workspace: Workspace) -> Desk:
    """Return the desk, having said what there is to say of its database."""
    desk = workspace.desk
    for notice in desk.notices:
        click.echo(f"vade: {notice}", err=True)
    return desk


def draft(desk: Desk, ref: str | None) -> Review:
    """Return the review named by `ref`, else the newest draft of this project."""
    if ref:
        return desk.get(ref)
    found = desk.newest_draft()
    if found is None:
        raise NotFoundError("no unfinished review here", hint="`vade review start` begins one")
    return found


def latest(desk: Desk, ref: str | None) -> Review:
    """Return the review named by `ref`, else the newest draft, else the newest of all."""
    if ref:
        return desk.get(ref)
    found = desk.newest_draft() or next(iter(desk.reviews()), None)
    if found is None:
        raise NotFoundError("no review here", hint="`vade review start` begins one")
    return found
