"""The plain walk: one item after the other, one line in, a few lines out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from vade.errors import VadeError
from vade.library.entry import Entry
from vade.review.desk import Desk
from vade.review.model import OWES_REASON, Item, Review, State
from vade.review.record.summary import ends
from vade.review.spelling import as_date, as_severity
from vade.review.suggest import Suggestion
from vade.text import quoted

__all__ = ["HELP", "Walk"]

HELP = """\
p pass    f fail    x n/a    u follow-up    clear (unanswered)    c as last time
  a reason may follow on the same line: f built by formatting
reason TEXT   note TEXT   evidence PATH:LINE[-LINE]   severity WORD   owner NAME   due YYYY-MM-DD
enter next    b back    ] next unanswered    z undo    Z redo    g guidance    ? help    q quit"""

_FOR_MARKS = {"severity", "paths", "words"}
"""Guidance that the walk shows in another form: by the item's weight and its marks."""
_STATES = {
    "p": State.PASS,
    "f": State.FAIL,
    "x": State.NA,
    "u": State.FOLLOW_UP,
    "na": State.NA,
    "clear": State.UNANSWERED,
    **{s.value: s for s in State},
}


class Walk:
    """Walks a review. What was answered is saved at once, so it can stop anywhere."""

    def __init__(
        self,
        desk: Desk,
        review: Review,
        say: Callable[[str], None],
        checks: Mapping[str, Entry],
        marks: Mapping[str, tuple[Suggestion, ...]],
    ) -> None:
        """Begin at the first item that is not answered."""
        self.desk = desk
        self.review = review
        self.say = say
        self.checks = checks
        self.marks = marks
        self.at = self._next_open(0)
        self.owed = ""
        """The item whose reason the next line is; empty where none is asked for."""
        self.over = False

    @property
    def item(self) -> Item:
        """The item at hand."""
        return self.review.items[self.at]

    @property
    def prompt(self) -> str:
        """What the next line answers."""
        return "reason> " if self.owed else "> "

    def show(self) -> None:
        """Say the item at hand."""
        item, answer = self.item, self.item.answer
        count = f"{self.at + 1} of {len(self.review.items)}"
        self.say(f"\n{count}: {item.title} [{answer.state}, {item.weight}]")
        lines = [item.text, f"Reason: {answer.reason}" if answer.reason else ""]
        lines += ["Reason: still owed"] if answer.owes_reason else []
        lines += [f"Evidence: {e}" for e in answer.evidence]
        lines += [f"Notes: {answer.notes}"] if answer.notes else []
        lines += [f"Conflict: {r.state}, {r.by}: {r.reason}" for r in item.rivals]
        lines += [_last(item)]
        lines += [f"This change: {mark}" for mark in self.marks.get(item.id, ())]
        for line in "\n".join(filter(None, lines)).split("\n"):
            self.say(f"  {line}")

    def take(self, line: str) -> None:
        """Do what one line says.

        Raises:
            VadeError: it says nothing that can be done.
        """
        text = line.strip()
        if self.owed:
            self._reason(text)
            return
        word, _, rest = text.partition(" ")
        state = _STATES.get(word) or _STATES.get(word.casefold())
        if state is not None:
            self._answer(state, rest.strip())
        elif word in {"", "b", "]"}:
            self._go({"": 1, "b": -1}.get(word, 0))
        elif word in {"q", "quit"}:
            self.over = True
        else:
            self._other(word, rest.strip())

    def _other(self, word: str, rest: str) -> None:
        answer = partial(self.desk.answer, self.review.id, self.item.id)
        match word.casefold() if word != "Z" else word:
            case "reason":
                self._shown(answer(reason=rest))
            case "note" | "notes" | "a":
                before = self.item.answer.notes
                self._shown(answer(notes=f"{before}\n{rest}" if before else rest))
            case "evidence" | "v":
                self._shown(answer(evidence=[*self.item.answer.evidence, rest]))
            case "severity" | "s":
                self._shown(answer(severity=as_severity(rest)))
            case "owner":
                self._shown(answer(owner=rest))
            case "due":
                self._shown(answer(due=as_date(rest)))
            case "c" | "confirm":
                self.review = self.desk.confirm(self.review.id, self.item.id)
                self.say(f"  {self.item.answer.state}, saved")
                self._go(0)
            case "z" | "undo":
                self._shown(self.desk.undo(self.review.id))
            case "Z" | "redo":
                self._shown(self.desk.redo(self.review.id))
            case "g" | "guidance":
                self._guide()
            case "?" | "h" | "help":
                self.say(HELP)
            case _:
                raise VadeError(f"{quoted(word)} is no command", hint="? lists them")

    def _shown(self, review: Review) -> None:
        self.review = review
        self.show()

    def _answer(self, state: State, reason: str) -> None:
        given = reason or None
        self.review = self.desk.answer(self.review.id, self.item.id, state, reason=given)
        self.say(f"  {self.item.answer.state}, saved")
        if state in OWES_REASON and self.item.answer.owes_reason:
            self.owed = self.item.id
        else:
            self._go(0)

    def _reason(self, text: str) -> None:
        item, self.owed = self.owed, ""
        if text:
            self.review = self.desk.answer(self.review.id, item, reason=text)
        else:
            self.say("  the reason is still owed")
        self._go(0)

    def _go(self, step: int) -> None:
        """Go by items, or with 0 to the next that is not answered."""
        last = len(self.review.items) - 1
        self.at = self._next_open(self.at) if step == 0 else min(max(self.at + step, 0), last)
        if step == 0 and not self._open():
            self.say(f"\nAll items are answered: {ends(self.review)}. q leaves.")
        else:
            self.show()

    def _next_open(self, start: int) -> int:
        count = len(self.review.items)
        still = set(self._open())
        order = ((start + n) % count for n in range(count))
        return next((n for n in order if n in still), start)

    def _open(self) -> list[int]:
        items = enumerate(self.review.items)
        return [n for n, item in items if item.answer.state is State.UNANSWERED]

    def _guide(self) -> None:
        check = self.checks.get(self.item.id)
        if check is None or not check.guidance:
            self.say("  There is no guidance.")
            return
        for hint in check.guidance:
            if hint.label.casefold() not in _FOR_MARKS:
                self.say(f"  {hint.label}: {hint.text}")


def _last(item: Item) -> str:
    before = item.previous
    if before is None:
        return ""
    parts = [str(before.state), before.on.isoformat() if before.on else "", before.by]
    parts += ["the text has changed"] if before.text_changed else []
    parts += ["the lines have changed"] if before.evidence_changed else []
    reason = f": {before.reason}" if before.reason else ""
    return f"Last time: {', '.join(filter(None, parts))}{reason}"
