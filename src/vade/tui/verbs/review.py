"""Verbs of a review."""

from __future__ import annotations

from typing import Any, ClassVar

from vade.review.model import State
from vade.tui.verbs.base import Verb

__all__ = [
    "REVIEW",
    "Answer",
    "AskEvidence",
    "AskNote",
    "AskReason",
    "AskSeverity",
    "Clear",
    "Confirm",
    "Export",
    "Fail",
    "Filter",
    "Finish",
    "FollowUp",
    "NextOpen",
    "NotApplicable",
    "Pass",
    "PreviousOpen",
    "Redo",
    "Step",
    "Undo",
]


class Answer(Verb):
    """Answer the item under the cursor."""

    GROUP = "Review"
    STATE: ClassVar[State] = State.UNANSWERED

    def __init_subclass__(cls, **options: Any) -> None:
        """All answers are taken by one handler."""
        super().__init_subclass__(**options)
        cls.handler_name = "on_answer"


class Pass(Answer):
    """The item holds."""

    ID = "review.pass"
    KEY = "p"
    TITLE = "Pass"
    STATE = State.PASS


class Fail(Answer):
    """The item does not hold; asks why."""

    ID = "review.fail"
    KEY = "f"
    TITLE = "Fail"
    STATE = State.FAIL


class NotApplicable(Answer):
    """The item does not apply to this change; asks why."""

    ID = "review.na"
    KEY = "x"
    TITLE = "N/a"
    STATE = State.NA


class FollowUp(Answer):
    """The item is to be done later; asks what, who and until when."""

    ID = "review.follow-up"
    KEY = "u"
    TITLE = "Follow-up"
    STATE = State.FOLLOW_UP


class Clear(Answer):
    """Make the item unanswered again."""

    ID = "review.clear"
    KEY = "space"
    TITLE = "Clear the answer"


class Step(Verb):
    """Go to another unanswered item."""

    GROUP = "Review"
    BY: ClassVar[int] = 1

    def __init_subclass__(cls, **options: Any) -> None:
        """Both directions are taken by one handler."""
        super().__init_subclass__(**options)
        cls.handler_name = "on_step"


class NextOpen(Step):
    """Go to the next item that is unanswered or owes a reason."""

    ID = "review.next"
    KEY = "right_square_bracket"
    TITLE = "Next unanswered"


class PreviousOpen(Step):
    """Go to the unanswered item before."""

    ID = "review.previous"
    KEY = "left_square_bracket"
    TITLE = "Previous unanswered"
    BY = -1


class AskReason(Verb):
    """Write or change the reason of the answer."""

    ID = "review.reason"
    KEY = "c"
    TITLE = "Reason"
    GROUP = "Review"


class AskNote(Verb):
    """Write notes on the item, in Markdown."""

    ID = "review.note"
    KEY = "a"
    TITLE = "Note"
    GROUP = "Review"


class AskEvidence(Verb):
    """Point at lines of a file or at a URL; the lines are quoted."""

    ID = "review.evidence"
    KEY = "v"
    TITLE = "Evidence"
    GROUP = "Review"


class AskSeverity(Verb):
    """Go through critical, major, minor and note."""

    ID = "review.severity"
    KEY = "s"
    TITLE = "Severity"
    GROUP = "Review"


class Confirm(Verb):
    """Answer as the review before this one did."""

    ID = "review.confirm"
    KEY = "equals_sign"
    TITLE = "Same as last time"
    GROUP = "Review"


class Undo(Verb):
    """Take the last answer back; among reviews, what was put away."""

    ID = "review.undo"
    KEY = "z"
    TITLE = "Undo"
    GROUP = "Review"


class Redo(Verb):
    """Give the answer again that was taken back."""

    ID = "review.redo"
    KEY = "Z"
    TITLE = "Redo"
    GROUP = "Review"


class Filter(Verb):
    """Show all items, or only those that are open, failed, or matter for this change."""

    ID = "review.filter"
    KEY = "t"
    TITLE = "Filter items"
    GROUP = "Review"


class Finish(Verb):
    """See what is still owed and the record as it will be, then export it."""

    ID = "review.finish"
    KEY = "F"
    TITLE = "Finish"
    GROUP = "Review"


class Export(Verb):
    """Write the record into the project."""

    ID = "review.export"
    KEY = "E"
    TITLE = "Export the record"
    GROUP = "Review"


REVIEW: tuple[type[Verb], ...] = (
    Pass,
    Fail,
    NotApplicable,
    FollowUp,
    Clear,
    NextOpen,
    PreviousOpen,
    AskReason,
    AskNote,
    AskEvidence,
    AskSeverity,
    Confirm,
    Undo,
    Redo,
    Filter,
    Finish,
    Export,
)
