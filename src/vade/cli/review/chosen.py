"""Which review a verb is about: the one named, else the newest here."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast

import click

from vade.errors import NotFoundError
from vade.review.desk import Desk
from vade.review.model import Review
from vade.review.suggest import Suggestion
from vade.workspace import Workspace

__all__ = ["draft", "latest", "opened", "review_argument", "review_option", "suggested"]

F = TypeVar("F", bound=Callable[..., Any])


def review_option(function: F) -> F:
    """Give a verb `--review ID`, as its parameter `ref`."""
    return click.option("--review", "ref", metavar="ID", help="Which review; else the newest.")(
        function
    )


def review_argument(function: F) -> F:
    """Give a verb `[REVIEW]` and `--review ID`, which say the same, as one parameter `ref`."""

    @functools.wraps(function)
    def either(*args: Any, ref: str | None, name: str | None, **kwargs: Any) -> Any:
        return function(*args, ref=ref or name, **kwargs)

    named = click.argument("name", required=False, metavar="[REVIEW]")
    return cast("F", named(review_option(either)))


def opened(workspace: Workspace) -> Desk:
    """Return the desk, having said what there is to say of its database."""
    desk = workspace.desk
    for notice in desk.notices:
        click.echo(f"vade: {notice}", err=True)
    return desk


def suggested(
    workspace: Workspace, desk: Desk, review: Review
) -> Mapping[str, tuple[Suggestion, ...]]:
    """Return which items of a draft matter for what the branch changed."""
    if review.finished is not None or review.base in {"", review.commit}:
        return {}
    known = {check.id: check for check in workspace.library().entries}
    return desk.suggestions(review, [known[i.id] for i in review.items if i.id in known])


def draft(desk: Desk, ref: str | None) -> Review:
    """Return the review named by `ref`, else the newest draft of this project."""
    if ref:
        return desk.get(ref)
    found = desk.newest_draft()
    if found is None:
        _say_unreadable(desk)
        raise NotFoundError("no unfinished review here", hint="`vade review start` begins one")
    return found


def latest(desk: Desk, ref: str | None) -> Review:
    """Return the review named by `ref`, else the newest draft, else the newest of all."""
    if ref:
        return desk.get(ref)
    found = desk.newest_draft() or next(iter(desk.reviews()), None)
    if found is None:
        _say_unreadable(desk)
        raise NotFoundError("no review here", hint="`vade review start` begins one")
    return found


def _say_unreadable(desk: Desk) -> None:
    for said in desk.unreadable():
        click.echo(f"vade: {said}", err=True)
