"""The text of a record as a review, also after people have edited it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from vade.review.model import DONE, Answer, Checklist, Item, Kept, Review, Severity, State
from vade.review.record.blocks import Line
from vade.review.record.front_read import read_front
from vade.review.record.head_read import Head, read_head
from vade.review.record.headings import UNTITLED, belongs
from vade.review.record.item_read import Parts, as_item, read_parts
from vade.review.record.labels import LABELLED, Label
from vade.review.record.problem import Problem
from vade.review.record.split import Piece, split
from vade.text import clean, kebab

__all__ = ["Parsed", "parse"]


@dataclass(frozen=True, slots=True)
class Parsed:
    """A record, read."""

    review: Review
    problems: tuple[Problem, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)
    """The id of an item to the line where it stands."""
    missing: int = 0
    """How many items the tally counts that are not there: somebody deleted them."""

    @property
    def conflicts(self) -> tuple[Problem, ...]:
        """The items that read as unanswered until somebody settles them."""
        return tuple(p for p in self.problems if p.conflict)


def parse(text: str) -> Parsed:
    """Read a record back from the content of its file.

    Returns:
        The review, and what was odd, in the order of the lines.

    Raises:
        NoRecordError: it is no record.
        VadeError: its front matter cannot be read, or is of a newer format.
    """
    lines = clean(text.removeprefix("\ufeff")).split("\n")
    front = read_front(lines)
    body = [Line(n, line) for n, line in enumerate(lines[front.body :], front.body + 1)]
    reading = _Reading(front.checklists, front.facts["commit"], list(front.problems))
    for piece in split(body):
        reading.take(piece)
    missing = max(0, (front.total or 0) - len(reading.items))
    if missing:
        said = "an item is" if missing == 1 else f"{missing} items are"
        reading.report(1, f"{said} missing: the tally counts {front.total}")
    facts = front.facts
    review = Review(
        id=facts["id"],
        project=facts["project"],
        checklists=front.checklists,
        items=tuple(reading.items.values()),
        started=front.started,
        reviewer=facts["reviewer"],
        branch=facts["branch"],
        base=facts["base"],
        commit=facts["commit"],
        finished=front.finished,
        follows=facts["follows"],
        kept=_in_order(reading.kept, reading.items),
        extra=front.extra,
    )
    problems = tuple(sorted(reading.problems, key=lambda p: p.line))
    return Parsed(review, problems, reading.lines, missing)


def _in_order(kept: list[Kept], items: dict[str, Item]) -> tuple[Kept, ...]:
    places = {item_id: place for place, item_id in enumerate(items, 1)}
    return tuple(sorted(kept, key=lambda k: places.get(k.after, 0)))


class _Reading:
    """Items, hand-written text and problems, gathered piece by piece."""

    def __init__(
        self, checklists: tuple[Checklist, ...], commit: str, problems: list[Problem]
    ) -> None:
        self.checklists = checklists
        self.commit = commit
        self.problems = problems
        self.items: dict[str, Item] = {}
        self.lines: dict[str, int] = {}
        self.kept: list[Kept] = []
        self.under = ""
        self.named: str | None = None
        self.last = ""

    def report(self, line: int, message: str, item: str = "", *, conflict: bool = False) -> None:
        self.problems.append(Problem(line, message, item, conflict))

    def take(self, piece: Piece) -> None:
        match piece.kind:
            case "named":
                self.named = piece.text
            case "heading":
                self._heading(piece)
            case "item":
                self._item(piece)
            case _:
                self._loose(piece)

    def _heading(self, piece: Piece) -> None:
        known = belongs(piece.text, self.checklists)
        if self.named is not None:
            self.under = self.named
        elif known:
            self.under = known
        elif piece.text != UNTITLED:
            self._keep(piece.line, f"## {piece.text}")
        self.named = None

    def _loose(self, piece: Piece) -> None:
        for lines in _parts_of(piece.lines):
            label = LABELLED.match(lines[0].text)
            if label is None or label["label"].casefold() != Label.KEPT.casefold():
                self._keep(lines[0].number, "\n".join(line.text for line in lines).strip("\n"))
                continue
            parts = read_parts(lines, "", "", State.UNANSWERED)
            self.kept += [Kept(self.last, t) for t in (*parts.kept, parts.text) if t]

    def _keep(self, line: int, text: str) -> None:
        self.kept.append(Kept(self.last, text))
        self.report(line, "text added by hand is kept", self.last)

    def _item(self, piece: Piece) -> None:
        head = read_head(piece.box, piece.text)
        item_id = head.id or self._id_by_title(piece, head)
        state = head.state or State.UNANSWERED
        parts = read_parts(piece.lines, item_id, self.commit, state)
        item = _build(head, parts, item_id, self.under)
        if head.more:
            self._keep(piece.line, head.more)
        self.problems += parts.problems
        item = self._settled(item, head, piece.line)
        if item_id in self.items:
            item = self._twice(item, piece.line)
        self.items[item_id] = item
        self.lines.setdefault(item_id, piece.line)
        self.last = item_id
        self.kept += [Kept(item_id, text) for text in parts.kept]

    def _id_by_title(self, piece: Piece, head: Head) -> str:
        self.report(piece.line, f"{head.title or 'an item'}: found by its title, the id is gone")
        return f"{self.under}/{kebab(head.title) or 'untitled'}"

    def _settled(self, item: Item, head: Head, line: int) -> Item:
        """Let box and word agree, or say that they do not."""
        state = item.answer.state
        if head.ticked == (state in DONE):
            return item
        if head.ticked and state is State.UNANSWERED and not (item.rivals or head.more):
            self.report(line, f"{item.title}: ticked by hand, read as pass", item.id)
            return replace(item, answer=replace(item.answer, state=State.PASS))
        box = "ticked" if head.ticked else "not ticked"
        message = f"{item.title}: the box is {box} but the word is {state}; read as unanswered"
        self.report(line, message, item.id, conflict=True)
        return replace(item, answer=replace(item.answer, state=State.UNANSWERED))

    def _twice(self, item: Item, line: int) -> Item:
        first = self.items[item.id]
        if first == item:
            self.report(line, f"{item.title}: stands here twice", item.id)
            return first
        rivals = tuple(dict.fromkeys((*_answers(first), *_answers(item))))
        message = f"{item.title}: stands here twice with different answers; read as unanswered"
        self.report(line, message, item.id, conflict=True)
        return replace(first, answer=Answer(), rivals=rivals)


def _answers(item: Item) -> tuple[Answer, ...]:
    """All that an item says, where it stands here twice."""
    own = () if item.rivals and item.answer == Answer() else (item.answer,)
    return (*item.rivals, *own)


def _build(head: Head, parts: Parts, item_id: str, checklist: str) -> Item:
    severity = parts.usual or head.weight or Severity.MAJOR
    answer = replace(parts.answer, state=head.state or State.UNANSWERED)
    if parts.answer.severity and head.weight and head.weight is not parts.answer.severity:
        answer = replace(answer, severity=head.weight)
    item = Item(
        id=item_id,
        title=head.title,
        text="",
        fingerprint=head.fingerprint,
        checklist=checklist,
        severity=severity,
        answer=answer,
    )
    return as_item(replace(parts, answer=answer), item)


def _parts_of(lines: list[Line]) -> list[list[Line]]:
    """Lines cut before every label."""
    found: list[list[Line]] = [[]]
    for line in lines:
        if LABELLED.match(line.text) and found[-1]:
            found.append([])
        found[-1].append(line)
    return found
