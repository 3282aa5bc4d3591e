"""How people spell states, severities and dates."""

from __future__ import annotations

from datetime import UTC, date, datetime

from vade.errors import VadeError
from vade.review.model import Severity, State
from vade.text import quoted

__all__ = ["as_date", "as_severity", "as_state", "read_time", "show_time"]

_STATES = {s.value: s for s in State} | {"na": State.NA, "followup": State.FOLLOW_UP}


def as_state(word: str) -> State:
    """Return the state that `word` spells, in any case; `na` is n/a.

    Raises:
        VadeError: there is no such state.
    """
    state = _STATES.get(word.strip().casefold())
    if state is None:
        raise VadeError(f"no state {quoted(word)}", hint=f"The states are {', '.join(State)}")
    return state


def as_severity(word: str) -> Severity:
    """Return the severity that `word` spells.

    Raises:
        VadeError: there is no such severity.
    """
    try:
        return Severity(word.strip().casefold())
    except ValueError:
        hint = f"The severities are {', '.join(Severity)}"
        raise VadeError(f"no severity {quoted(word)}", hint=hint) from None


def as_date(word: str) -> date:
    """Return the day that `word` names as `YYYY-MM-DD`.

    Raises:
        VadeError: it is no such day.
    """
    try:
        return date.fromisoformat(word.strip())
    except ValueError:
        hint = "Write it as YYYY-MM-DD"
        raise VadeError(f"no date: {quoted(word)}", hint=hint) from None


def show_time(at: datetime) -> str:
    """Return `at` in UTC to the second, as `2026-11-23T14:02:11Z`."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read_time(text: str) -> datetime | None:
    """Return the time that `text` writes, in UTC; None where it writes none."""
    try:
        at = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
