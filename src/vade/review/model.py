"""The words of a review: items copied in, honest answers, a verdict. All of it frozen."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

__all__ = [
    "DONE",
    "OWES_REASON",
    "Answer",
    "Checklist",
    "Evidence",
    "Item",
    "Kept",
    "Previous",
    "Review",
    "Severity",
    "State",
    "Tally",
    "Verdict",
    "VerdictWord",
]


class State(StrEnum):
    """The five honest states of an answer."""

    UNANSWERED = "unanswered"
    PASS = "pass"  # noqa: S105
    FAIL = "fail"
    NA = "n/a"
    FOLLOW_UP = "follow-up"


OWES_REASON = frozenset({State.FAIL, State.NA, State.FOLLOW_UP})
"""The states that are incomplete without a reason."""

DONE = frozenset({State.PASS, State.NA})
"""The states that leave nothing to do: a record ticks their boxes."""


class Severity(StrEnum):
    """How much a failing item weighs, heaviest first."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where it can be seen: lines of a file at a commit, with the lines quoted; or a URL."""

    path: str = ""
    """Relative to the project root, with `/`; empty for a URL."""
    start: int | None = None
    """1-based first line; None for a whole file or a URL."""
    end: int | None = None
    """1-based last line, inclusive."""
    url: str = ""
    commit: str = ""
    """The commit the lines were read at; empty when read from the working file."""
    quote: str = ""
    """The lines themselves, so that they can be read when the code has moved on."""

    def __post_init__(self) -> None:
        """One line begins and ends on the same number."""
        if self.start is not None and self.end is None:
            object.__setattr__(self, "end", self.start)

    def __str__(self) -> str:
        """`path:start-end`, or the URL."""
        if self.url:
            return self.url
        if self.start is None:
            return self.path
        last = f"-{self.end}" if self.end is not None and self.end != self.start else ""
        return f"{self.path}:{self.start}{last}"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the reviewer says of one item."""

    state: State = State.UNANSWERED
    reason: str = ""
    notes: str = ""
    severity: Severity | None = None
    """None means the item's own."""
    evidence: tuple[Evidence, ...] = ()
    owner: str = ""
    """Who does the follow-up."""
    due: date | None = None
    """When the follow-up is due."""
    by: str = ""
    at: datetime | None = None
    """When it was last changed, in UTC."""

    @property
    def owes_reason(self) -> bool:
        """Whether its state needs a reason that is not there yet."""
        return self.state in OWES_REASON and not self.reason.strip()


@dataclass(frozen=True, slots=True)
class Previous:
    """The answer of the review before this one, kept beside the new one."""

    state: State
    reason: str = ""
    by: str = ""
    on: date | None = None
    text_changed: bool = False
    evidence_changed: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A check as it stood when the review began, and its answer."""

    id: str
    """The id of the check in the library."""
    title: str
    text: str
    fingerprint: str
    """Eight hex digits over title and text."""
    checklist: str = ""
    """The id of the checklist it came from."""
    origins: tuple[str, ...] = ()
    """Ids of the same check in other checklists of a union."""
    severity: Severity = Severity.MAJOR
    answer: Answer = field(default_factory=Answer)
    previous: Previous | None = None
    """What the review before this one said: to confirm, never an answer."""
    rivals: tuple[Answer, ...] = ()
    """Answers of a merge that disagree; the item is unanswered until one is given."""

    @property
    def weight(self) -> Severity:
        """The severity in force: the answer's, else the item's own."""
        return self.answer.severity or self.severity


@dataclass(frozen=True, slots=True)
class Kept:
    """Text of a record that is no part of a review: somebody added it by hand."""

    after: str
    """The id of the item it stands under; empty at the top."""
    text: str


@dataclass(frozen=True, slots=True)
class Checklist:
    """A checklist that a review walks."""

    id: str
    """`pack:document/section`."""
    title: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many items are in each state."""

    passed: int = 0
    failed: int = 0
    na: int = 0
    follow_up: int = 0
    unanswered: int = 0

    @property
    def total(self) -> int:
        """All items."""
        return self.passed + self.failed + self.na + self.follow_up + self.unanswered

    @property
    def answered(self) -> int:
        """All but the unanswered."""
        return self.total - self.unanswered


class VerdictWord(StrEnum):
    """The verdict in a word: incomplete before fail before pass."""

    INCOMPLETE = "incomplete"
    FAIL = "fail"
    PASS = "pass"  # noqa: S105


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict and why."""

    word: VerdictWord
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """One walk through a checklist for one project at one commit."""

    id: str
    project: str
    """The project's name."""
    checklists: tuple[Checklist, ...]
    items: tuple[Item, ...]
    started: datetime
    root: str = field(default="", compare=False)
    """The project's folder on this machine, absolute; no part of a record."""
    reviewer: str = ""
    branch: str = ""
    base: str = ""
    commit: str = ""
    finished: datetime | None = None
    follows: str = ""
    """The id of the review that this one was started again from."""
    kept: tuple[Kept, ...] = ()
    """What people added to the record by hand, kept as it was."""
    extra: str = ""
    """Front-matter lines of a record whose keys are not ours, kept as they were."""

    def item(self, item_id: str) -> Item | None:
        """The item of this very id, or None."""
        return next((i for i in self.items if i.id == item_id), None)

    @property
    def tally(self) -> Tally:
        """Count the states."""
        states = [i.answer.state for i in self.items]
        return Tally(
            passed=states.count(State.PASS),
            failed=states.count(State.FAIL),
            na=states.count(State.NA),
            follow_up=states.count(State.FOLLOW_UP),
            unanswered=states.count(State.UNANSWERED),
        )

    @property
    def verdict(self) -> Verdict:
        """Incomplete while an answer or a reason is missing, else fail on any fail, else pass."""
        open_ = [f"{i.title}: unanswered" for i in self.items if i.answer.state is State.UNANSWERED]
        rivals = [f"{i.title}: two answers disagree" for i in self.items if i.rivals]
        owed = [
            f"{i.title}: {i.answer.state} without a reason"
            for i in self.items
            if i.answer.owes_reason
        ]
        if open_ or rivals or owed or not self.items:
            return Verdict(VerdictWord.INCOMPLETE, (*open_, *rivals, *owed) or ("no items",))
        failed = tuple(f"{i.title}: fail" for i in self.items if i.answer.state is State.FAIL)
        return Verdict(VerdictWord.FAIL, failed) if failed else Verdict(VerdictWord.PASS)
