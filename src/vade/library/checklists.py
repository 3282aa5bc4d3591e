"""What there is to walk, in the order of a choice, each by a title that says whose it is."""

from __future__ import annotations

from vade.library.document import DocumentKind
from vade.library.entry import Entry
from vade.library.library import ChecklistSource, Library

__all__ = ["in_order", "of_topic", "preparation", "titled"]


def in_order(library: Library) -> list[ChecklistSource]:
    """The checklists: those of agents and of checklist files before those of topic pages."""
    return sorted(library.checklists(), key=lambda c: of_topic(c, library))


def of_topic(checklist: ChecklistSource, library: Library) -> bool:
    """Whether it is the few checks of a topic page."""
    document = library.document(checklist.page)
    return document is not None and document.kind is DocumentKind.TOPIC


def titled(checklist: ChecklistSource, library: Library) -> str:
    """What a checklist is called beside others: its page's title, on an agent with its heading."""
    document = library.document(checklist.page)
    whose = document.title if document else checklist.document
    return whose if whose == checklist.title else f"{whose} · {checklist.title}"


def preparation(library: Library, check: Entry) -> tuple[Entry, ...]:
    """The page of a check, where it is a checklist that says above its items what to have."""
    document = library.document(f"{check.pack}:{check.document}")
    if document is None or document.kind is not DocumentKind.CHECKLIST:
        return ()
    return document.entries[:1] if document.entries[0].body else ()
