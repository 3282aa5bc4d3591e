"""One item of a record, read: the parts under its first line, and what is odd about them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import datetime

from vade.review.model import OWES_REASON, Answer, Evidence, Item, Previous, Severity, State
from vade.review.record.blocks import Block, Line, blocks
from vade.review.record.escape import unescape
from vade.review.record.fields import fields, read_last, read_owner, read_severity
from vade.review.record.labels import Label
from vade.review.record.place_read import read_evidence
from vade.review.record.problem import Problem
from vade.review.spelling import read_time

__all__ = ["Parts", "as_item", "read_parts"]

_ANSWERED = re.compile(r"(?:by (?P<by>(?:\\.|[^,\\])*),?)?\s*(?P<when>undated|\d{4}-\S+)?")
_RIVAL = re.compile(r"[-*+] (?P<state>\S+)(?: · (?P<weight>\w+))?\s*")
_TYPED = frozenset({Label.TEXT, Label.REASON, Label.NOTES, Label.LAST, Label.KEPT})


@dataclass
class Parts:
    """What stands under the first line of an item, gathered block by block."""

    item: str
    commit: str
    state: State
    text: str = ""
    answer: Answer = field(default_factory=Answer)
    usual: Severity | None = None
    """The item's own severity, where the answer changed it."""
    origins: tuple[str, ...] = ()
    previous: Previous | None = None
    rivals: tuple[Answer, ...] = ()
    kept: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_parts(lines: list[Line], item: str, commit: str, state: State) -> Parts:
    """Read the lines under an item's first, without their indentation."""
    parts = Parts(item, commit, state)
    waiting = blocks(lines)
    while waiting:
        block = waiting.pop(0)
        if block.label is None:
            _unlabelled(parts, block)
        else:
            _labelled(parts, block, waiting)
    return parts


def _labelled(parts: Parts, block: Block, waiting: list[Block]) -> None:
    """Take in a labelled block, and the quote or fence that belongs to it."""
    if block.label in _TYPED:
        _typed(parts, block, _inline(block, waiting) or _below(block, waiting))
    elif block.label is Label.EVIDENCE:
        quote = waiting.pop(0).body if waiting and waiting[0].kind == "fence" else ""
        _evidence(parts, block, quote)
    elif block.label is Label.CONFLICT:
        if waiting and waiting[0].kind == "list":
            _rivals(parts, waiting.pop(0))
        if block.rest:
            _as_text(parts, block)
    else:
        _line(parts, block)


def _inline(block: Block, waiting: list[Block]) -> str:
    """What a person typed behind a label, with the lines that follow directly."""
    if block.label is Label.LAST or not block.rest:
        return ""
    follows = waiting and waiting[0].kind == "text" and waiting[0].line == block.line + 1
    return f"{block.rest}\n{waiting.pop(0).body}" if follows else block.rest


def _below(block: Block, waiting: list[Block]) -> str:
    """The text under a label: a quote, or the paragraph that a person typed instead."""
    if not waiting or waiting[0].kind not in {"quote", "text"}:
        return ""
    if block.label is Label.LAST and waiting[0].kind != "quote":
        return ""
    taken = waiting.pop(0)
    body = taken.body
    after = taken.line + len(taken.lines)
    if taken.kind == "quote" and waiting and waiting[0].kind == "text" and waiting[0].line == after:
        body = f"{body}\n{waiting.pop(0).body}"  # a quote that somebody re-wrapped
    if not block.typed:
        return body
    inner = body.split("\n")
    fenced = len(inner) > 2 and inner[0].startswith("```") and inner[-1] == inner[0][:-4]
    return "\n".join(inner[1:-1]) if fenced else body


def _typed(parts: Parts, block: Block, text: str) -> None:
    """Take in text under one of the labels in `_TYPED`."""
    match block.label:
        case Label.TEXT:
            parts.text = text
        case Label.REASON:
            parts.answer = replace(parts.answer, reason=_joined(parts.answer.reason, text))
        case Label.NOTES:
            parts.answer = replace(parts.answer, notes=_joined(parts.answer.notes, text))
        case Label.LAST:
            previous = read_last(block.rest, text)
            if previous is None or parts.previous not in {None, previous}:
                _as_text(parts, block, text)
            else:
                parts.previous = previous
        case _:
            parts.kept.append(text)


def _joined(before: str, text: str) -> str:
    """Two parts of one label are one text: somebody added to what was there."""
    return f"{before}\n\n{text}" if before and text else before or text


def _line(parts: Parts, block: Block) -> None:
    """Take in a part of one line; one that says nothing, or another thing than before, is kept."""
    answer = parts.answer
    match block.label:
        case Label.ALSO:
            more = [o for o in fields(block.rest) if o not in parts.origins]
            parts.origins = (*parts.origins, *more)
            return
        case Label.OWNER:
            owner, due = read_owner(block.rest)
            new = replace(answer, owner=owner, due=due or answer.due)
        case Label.DUE:
            _, due = read_owner(f"due {block.rest}")
            new = replace(answer, due=due)
        case Label.SEVERITY:
            severity, usual = read_severity(block.rest)
            new = replace(answer, severity=severity)
            parts.usual = parts.usual or usual
        case _:
            by, at = _answered(block.rest)
            new = replace(answer, by=by, at=at)
    if new == answer or not _only_adds(answer, new):
        _as_text(parts, block)
    else:
        parts.answer = new


def _only_adds(before: Answer, after: Answer) -> bool:
    """Whether nothing that was said is said otherwise."""
    names = ("owner", "due", "severity", "by", "at")
    return all(getattr(before, n) in {None, "", getattr(after, n)} for n in names)


def _answered(rest: str) -> tuple[str, datetime | None]:
    found = _ANSWERED.fullmatch(rest)
    if found is None:
        return "", None
    return unescape(found["by"] or "").strip(), read_time(found["when"] or "")


def _evidence(parts: Parts, block: Block, quote: str) -> None:
    found = read_evidence(block.rest, quote, parts.commit)
    if found is None:
        _report(parts, block, "names no evidence")
        found = Evidence(quote=quote) if quote else None
    if found is not None:
        evidence = (*parts.answer.evidence, found)
        parts.answer = replace(parts.answer, evidence=evidence)


def _unlabelled(parts: Parts, block: Block) -> None:
    """The first paragraph is the item's text; a later one is the reason where one is owed."""
    untouched = parts.answer == Answer() and not parts.text and parts.previous is None
    if block.kind == "text" and untouched:
        parts.text = block.body
        return
    if block.kind in {"text", "quote"} and parts.state in OWES_REASON and not parts.answer.reason:
        parts.answer = replace(parts.answer, reason=block.body.strip())
        _report(parts, block, "text under the item is taken as the reason")
        return
    body = f"```\n{block.body}\n```" if block.kind == "fence" else block.body
    parts.kept.append(body)
    _report(parts, block, "text added by hand is kept")


def _rivals(parts: Parts, block: Block) -> None:
    """Take in the answers of a merge; what stands before the first is kept."""
    found: list[tuple[re.Match[str], list[Line]]] = []
    for line in block.lines:
        head = _RIVAL.fullmatch(line.text)
        if head and head["state"] in set(State):
            found.append((head, []))
        elif found:
            found[-1][1].append(Line(line.number, line.text[2:]))
        elif line.text.strip():
            parts.kept.append(line.text.strip())
            _report(parts, replace(block, line=line.number), "text added by hand is kept")
    for head, lines in found:
        inner = read_parts(lines, parts.item, parts.commit, State(head["state"]))
        answer = replace(inner.answer, state=State(head["state"]))
        parts.rivals = (*parts.rivals, answer)
        if inner.text:
            parts.kept.append(inner.text)
            _report(parts, replace(block, line=lines[0].number), "text added by hand is kept")
        parts.kept += inner.kept
        parts.problems += inner.problems


def _as_text(parts: Parts, block: Block, below: str = "") -> None:
    """Keep a part that cannot be taken in as what a person typed."""
    parts.kept.append("\n".join(filter(None, (f"{block.label}: {block.rest}", below))))
    _report(parts, block, f"{block.label} cannot be read or is said twice; kept as text")


def _report(parts: Parts, block: Block, message: str) -> None:
    parts.problems.append(Problem(block.line, message, parts.item))


def as_item(parts: Parts, item: Item) -> Item:
    """Return the item with what its parts say, but for the state."""
    return replace(
        item,
        text=parts.text,
        origins=parts.origins,
        answer=replace(parts.answer, state=item.answer.state),
        previous=parts.previous,
        rivals=parts.rivals,
    )
