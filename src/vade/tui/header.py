"""The header's words: where one stands, and what is open here."""

from __future__ import annotations

from vade.project import Project
from vade.review.model import Review, Tally
from vade.tui.page.runs import Run, Runs
from vade.tui.theme.roles import Role
from vade.tui.theme.signs import BAR

__all__ = ["bar", "draft", "place"]


def place(project: Project | None, screen: str = "") -> Runs:
    """The name of the program or screen, the project and its branch."""
    runs = [Run("vade", Role.BRAND)]
    if screen:
        runs += [Run("  ", Role.FAINT), Run(screen, Role.TITLE)]
    if project is None:
        return tuple(runs)
    runs += [Run("  "), Run(project.name, Role.TEXT)]
    git = project.git
    if git is None:
        return (*runs, Run(" · no git", Role.FAINT))
    branch = git.branch or (f"detached at {git.head[:7]}" if git.head else "no commit yet")
    return (*runs, Run(" · ", Role.FAINT), Run(branch, Role.MUTED))


def draft(review: Review | None, key: str) -> Runs:
    """How far the unfinished review is, and the key that goes on with it."""
    if review is None:
        return (Run(key, Role.KEY), Run(" review this project", Role.MUTED))
    tally = review.tally
    return (
        Run(f"review {tally.answered} of {tally.total}", Role.TEXT),
        Run("  "),
        Run(key, Role.KEY),
        Run(" resumes", Role.MUTED),
    )


def bar(tally: Tally, cells: int = 10) -> Runs:
    """The progress of a review as a bar."""
    done = round(cells * tally.answered / tally.total) if tally.total else 0
    return (Run(BAR[0] * done, Role.OK), Run(BAR[1] * (cells - done), Role.FAINT))
