"""List items to drafts: topics, principles, checks and triggers."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace

from vade.library.blocks import Block
from vade.library.draft import Draft
from vade.library.entry import Guidance, Kind
from vade.library.roles import Role, role_of
from vade.library.sections import Section
from vade.text import clean_line, first_words

__all__ = ["item_drafts"]

_LABEL = re.compile(r"\s*(?:[-*+]|\d+[.)])?\s*\*\*(.+?)\*\*:?\s*(.*\S)", re.DOTALL)
_PARTS = re.compile(r";\s*(?=\*\*\w[\w ]*\*\*:)")
_LONGEST_LABEL = 60
_KINDS = {
    Role.EXPERTISE: Kind.TOPIC,
    Role.APPROACH: Kind.PRINCIPLE,
    Role.CHECKLIST: Kind.CHECK,
    Role.WHEN: Kind.TRIGGER,
}


def item_drafts(section: Section, lines: list[str]) -> Iterator[Draft]:
    """Yield a draft for each item that its role gives a kind, and for each task item.

    A short paragraph that ends in a colon right above a list is a small heading: it gives the
    list its role, where it has one.
    """
    label, place, kind = "", section, _KINDS.get(section.role)
    for above, item in _items(section.blocks):
        if above != label:
            label = above
            place = replace(section, path=(*section.path, label)) if label else section
            own = role_of(label) if label else Role.GENERIC
            kind = _KINDS.get(section.role if own is Role.GENERIC else own)
        if item.task is not None:
            yield _draft(item, Kind.CHECK, place, lines)
        elif kind is not None:
            yield _draft(item, kind, place, lines)


def _items(blocks: Sequence[Block]) -> Iterator[tuple[str, Block]]:
    """The items that stand for themselves, each with the label above its list."""
    label = ""
    for block in blocks:
        if block.kind == "quote":
            yield from _items(block.children)
        elif block.kind == "list":
            for item in block.children:
                yield label, item
                if item.children:
                    yield from ((label, task) for task in _nested_tasks(item))
        label = _label(block)


def _label(block: Block) -> str:
    text = clean_line(block.text) if block.kind == "paragraph" else ""
    return text.rstrip(": ") if text.endswith(":") and len(text) <= _LONGEST_LABEL else ""


def _nested_tasks(item: Block) -> Iterator[Block]:
    for child in item.children:
        for inner in child.children if child.kind == "list" else []:
            if inner.task is not None:
                yield inner
            yield from _nested_tasks(inner)


def _draft(item: Block, kind: Kind, section: Section, lines: list[str]) -> Draft:
    text = clean_line(item.own_text())
    title, summary = _term(text, clean_line(item.lead))
    return Draft(
        kind=kind,
        title=title,
        body=_source(item, lines, kind),
        line=item.line,
        end=item.end,
        section=section.path,
        summary=summary,
        area=section.title if kind is Kind.TOPIC else "",
        guidance=tuple(_guidance(item, lines)) if kind is Kind.CHECK else (),
        derived=kind is Kind.CHECK and item.task is None,
    )


def _term(text: str, lead: str) -> tuple[str, str]:
    """Split `Term: text`; an item without a bold term is named by its first six words."""
    if not lead or not text.startswith(lead):
        return first_words(text).rstrip(".,;:"), text
    rest = text[len(lead) :].lstrip(" ,;:–—-").strip()
    return lead.rstrip(" :.") or first_words(text), rest


def _source(item: Block, lines: list[str], kind: Kind) -> str:
    end = item.end
    if kind is Kind.CHECK:
        nested = [c.line for c in item.children if c.kind == "list"]
        end = min([end, *(line - 1 for line in nested)])
    text = "\n".join(lines[item.line - 1 : end])
    first, _, rest = text.partition("\n")
    return f"{first.strip()}\n{textwrap.dedent(rest)}".strip()


def _guidance(item: Block, lines: list[str]) -> Iterator[Guidance]:
    """The labelled bullets under a check, as Markdown: `**Why**: …`."""
    for child in item.children:
        for inner in child.children if child.kind == "list" else []:
            if inner.lead and inner.task is None:
                source = textwrap.dedent("\n".join(lines[inner.line - 1 : inner.end]))
                for part in _PARTS.split(source):
                    match = _LABEL.match(part)
                    if match:
                        yield Guidance(clean_line(match.group(1)).rstrip(":"), match.group(2))
