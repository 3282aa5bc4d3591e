"""The parts of an item in a record, written: its text, and all that was answered."""

from __future__ import annotations

from vade.review.model import Answer, Item, Kept, Previous, Review, Severity, State
from vade.review.record.block import fence_for, is_plain, quoted, reaches_out
from vade.review.record.escape import escape
from vade.review.record.labels import AS_TYPED, LABELLED, Label
from vade.review.record.place import evidence_lines
from vade.review.spelling import show_time

__all__ = ["item_parts", "kept_part", "state_words", "typed"]


def item_parts(item: Item, review: Review, folder: str) -> list[list[str]]:
    """Return the parts of an item, each as its lines without indentation."""
    parts = [_text(item.text)]
    if item.origins:
        parts.append([f"{Label.ALSO}: {', '.join(escape(o) for o in item.origins)}"])
    parts += _answer_parts(item.answer, item, review, folder)
    if item.rivals:
        parts.append(_conflict(item, review, folder))
    if item.previous:
        parts.append(_last(item.previous))
    return [part for part in parts if part]


def state_words(item: Item, answer: Answer) -> str:
    """Return the state, and the severity where it is not the usual one or weighs now."""
    default = item.severity is Severity.MAJOR and answer.severity is None
    if default and answer.state not in {State.FAIL, State.FOLLOW_UP}:
        return answer.state.value
    return f"{answer.state} · {answer.severity or item.severity}"


def typed(label: Label, text: str) -> list[str]:
    """Return what a person typed under its label, in a quote that holds it."""
    if not text:
        return []
    if not reaches_out(text):
        return [f"{label}:", *quoted(text)]
    fence = fence_for(text)
    return [f"{label}{AS_TYPED}:", *quoted(f"{fence}text\n{text}\n{fence}")]


def kept_part(kept: Kept) -> list[str]:
    """Return text that somebody added by hand."""
    return typed(Label.KEPT, kept.text)


def _text(text: str) -> list[str]:
    if not text:
        return []
    lines = text.split("\n")
    if is_plain(text) and not any(LABELLED.match(line) for line in lines):
        return lines
    return typed(Label.TEXT, text)


def _answer_parts(answer: Answer, item: Item, review: Review, folder: str) -> list[list[str]]:
    severity = answer.severity
    changed = [f"{Label.SEVERITY}: {severity}, by default {item.severity}"] if severity else []
    return [
        typed(Label.REASON, answer.reason),
        _owner(answer),
        changed,
        *(evidence_lines(e, review, folder) for e in answer.evidence),
        typed(Label.NOTES, answer.notes),
        _answered(answer),
    ]


def _owner(answer: Answer) -> list[str]:
    due = answer.due.isoformat() if answer.due else ""
    if answer.owner:
        return [f"{Label.OWNER}: {escape(answer.owner)}{f', due {due}' if due else ''}"]
    return [f"{Label.DUE}: {due}"] if due else []


def _answered(answer: Answer) -> list[str]:
    if not answer.by and answer.at is None:
        return []
    when = show_time(answer.at) if answer.at else "undated"
    return [
        f"{Label.ANSWERED} by {escape(answer.by)}, {when}"
        if answer.by
        else f"{Label.ANSWERED} {when}"
    ]


def _last(before: Previous) -> list[str]:
    words = [before.state.value]
    words += [before.on.isoformat()] if before.on else []
    words += [f"by {escape(before.by)}"] if before.by else []
    words += ["text changed"] if before.text_changed else []
    words += ["evidence changed"] if before.evidence_changed else []
    reason = typed(Label.LAST, before.reason)
    typed_so = AS_TYPED if reason and AS_TYPED in reason[0] else ""
    return [f"{Label.LAST}{typed_so}: {', '.join(words)}", *reason[1:]]


def _conflict(item: Item, review: Review, folder: str) -> list[str]:
    """Every rival answer as a nested list item with parts of its own."""
    lines = [f"{Label.CONFLICT}:"]
    for rival in item.rivals:
        lines += ["", f"- {state_words(item, rival)}"]
        for part in _answer_parts(rival, item, review, folder):
            if part:
                lines += ["", *(f"  {line}" if line else "" for line in part)]
    return lines
