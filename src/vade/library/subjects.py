"""One subject across documents: a page, the entries on it, what is called the same elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from vade.library.document import Document, DocumentKind
from vade.library.draft import subject_of
from vade.library.entry import Entry

__all__ = ["joined"]


def joined(documents: Iterable[Document]) -> list[Document]:
    """Give every entry the subject it belongs to.

    All entries of a topic page have the page's subject; an entry elsewhere has it too where its
    title is the page's title or one of its aliases. A title goes before an alias.
    """
    every = list(documents)
    pages = [d for d in every if d.kind is DocumentKind.TOPIC]
    names = {subject_of(alias): subject_of(d.title) for d in pages for alias in d.aliases}
    names |= {subject_of(d.title): subject_of(d.title) for d in pages}
    return [_with_subjects(document, names) for document in every]


def _with_subjects(document: Document, names: Mapping[str, str]) -> Document:
    if document.kind is DocumentKind.TOPIC:
        page = subject_of(document.title)
        entries = tuple(replace(entry, subject=page) for entry in document.entries)
    elif any(entry.subject in names for entry in document.entries):
        entries = tuple(_named(entry, names) for entry in document.entries)
    else:
        return document
    return replace(document, entries=entries)


def _named(entry: Entry, names: Mapping[str, str]) -> Entry:
    subject = names.get(entry.subject, entry.subject)
    return entry if subject == entry.subject else replace(entry, subject=subject)
