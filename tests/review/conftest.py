"""A review to write down, read back and edit."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from review.desks import LIST as CHECKLIST
from review.desks import desk
from review.repository import repository
from vade.review import Desk
from vade.review.model import Answer, Checklist, Evidence, Item, Review, Severity, State

LIST = "vade:backend-specialist/review-checklist"
AT = datetime(2026, 11, 23, 14, 20, 5, tzinfo=UTC)
COMMIT = "9e41d07c2f51a0b3c4d5e6f708192a3b4c5d6e7f"


def item(title: str, answer: Answer, text: str = "What must hold.") -> Item:
    name = title.lower().replace(" ", "-")
    return Item(f"{LIST}/{name}", title, text, "3fa9c0de", LIST, answer=answer)


@pytest.fixture
def review() -> Review:
    """Five items, one in each state."""
    lines = "return db.execute(f\"select * from orders where name = '{name}'\")"
    evidence = Evidence("src/orders.py", 2, commit=COMMIT, quote=lines)
    sql = Answer(
        State.FAIL,
        "The name is formatted into the statement.",
        "Seen with `name = \"x' or '1'='1\"`.\n- [ ] also check `src/invoices.py`",
        evidence=(evidence,),
        by="Ada Ito",
        at=AT,
    )
    later = Answer(
        State.FOLLOW_UP, "No Redis yet.", owner="Bo", due=date(2026, 12, 1), by="Ada Ito", at=AT
    )
    items = (
        item("Input Validation", Answer(State.PASS, by="Ada Ito", at=AT)),
        replace(item("SQL Injection", sql), severity=Severity.CRITICAL),
        replace(item("Rate Limiting", later), severity=Severity.MINOR),
        item("Environment Variables", Answer(State.NA, "There are none.", by="Ada Ito", at=AT)),
        item("Tests", Answer()),
    )
    return Review(
        id="01KAR7Q3T5W8M2",
        project="shop",
        branch="feature/orders",
        base="3f2c1ab4d5e6f708192a3b4c5d6e7f9e41d07c2f",
        commit=COMMIT,
        reviewer="Ada Ito",
        started=datetime(2026, 11, 23, 14, 2, 11, tzinfo=UTC),
        finished=datetime(2026, 11, 23, 14, 31, 40, tzinfo=UTC),
        checklists=(Checklist(LIST, "Review Checklist", "5c1e7a90"),),
        items=items,
    )


@pytest.fixture
def here(tmp_path: Path) -> Desk:
    """A desk in a small repository."""
    return desk(tmp_path / "state", repository(tmp_path / "shop"))


@pytest.fixture
def started(here: Desk) -> Review:
    """A review of three checks, begun there."""
    return here.start([CHECKLIST])
