"""What belongs to an entry."""

from __future__ import annotations

from vade.library import Library
from vade.library.entry import Entry

__all__ = ["parts_of"]


def parts_of(library: Library, entry: Entry) -> tuple[Entry, ...]:
    """Return what else stands in an entry's file, where the entry stands for all of it."""
    from vade.library.pages import is_page

    if not is_page(entry):
        return ()
    document = library.document(f"{entry.pack}:{entry.document}")
    return tuple(e for e in document.entries if e.id != entry.id) if document else ()
