"""A desk on a scratch project, with a clock and names that do not depend on the day."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from vade.library.entry import Entry, Guidance, Kind
from vade.project import find_project
from vade.review import Desk
from vade.settings import Settings

START = datetime(2026, 11, 23, 14, 2, 11, tzinfo=UTC)


@dataclass(frozen=True)
class Source:
    """A checklist of the library."""

    id: str
    title: str
    entries: tuple[Entry, ...]
    fingerprint: str = "5c1e7a90"


def check(name: str, document: str = "list", text: str = "", **guidance: str) -> Entry:
    """One check of a checklist."""
    slug = name.lower().replace(" ", "-")
    return Entry(
        id=f"pack:{document}/checks/{slug}",
        kind=Kind.CHECK,
        title=name,
        body=text or f"{name} must hold.",
        summary=text or f"{name} must hold.",
        document=document,
        pack="pack",
        path=Path("/pack/list.md"),
        line=1,
        end=1,
        guidance=tuple(Guidance(label, text) for label, text in guidance.items()),
    )


CHECKS = tuple(check(name) for name in ("Logging", "SQL Injection", "Rate Limiting"))
LIST = Source("pack:list/checks", "Checks", CHECKS)
MANY = Source("pack:many/checks", "Many", tuple(check(f"Item {n}", "many") for n in range(200)))


def folders(home: Path) -> tuple[Path, Path]:
    """Make a project; return the folder of the database and the project's."""
    project = home / "shop"
    (project / ".vade").mkdir(parents=True)
    return home / "state", project


def desk(state: Path, project: Path, reviewer: str = "Ada Ito") -> Desk:
    """Open a desk; every question for the time is a minute later."""
    minutes = itertools.count()
    return Desk.open(
        state / "reviews.db",
        find_project(project),
        Settings({"reviewer": reviewer}),
        {},
        clock=lambda: START + timedelta(minutes=next(minutes)),
    )
