"""Where the links of a page lead in the library, and which lead nowhere."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from vade.errors import NotFoundError, VadeError
from vade.library.catalogue import finding
from vade.library.decoding import content_of, decode
from vade.library.diagnostic import Diagnostic
from vade.library.document import Document, DocumentKind
from vade.paths import exists
from vade.text import kebab, quoted

if TYPE_CHECKING:
    from vade.library.entry import Entry
    from vade.library.library import Library

__all__ = ["dead_links", "follow", "is_outside", "links_of", "unfenced"]

_LINK = re.compile(r"(?<!!)\[(?:[^\[\]]|\[[^\]]*\])*\]\(\s*<?([^)\s>]+)>?[^)]*\)")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_FENCE = re.compile(r"\s*(?:[-*+>]\s+)*(`{3,}|~{3,})")
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*://|mailto:|//", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")


def is_outside(link: str) -> bool:
    """Tell whether a link leads to the web and not to a page."""
    return _OUTSIDE.match(link) is not None


def links_of(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the links of Markdown lines, each with its line; none of what stands in code."""
    for number, line in unfenced(lines):
        yield from ((number, found[1]) for found in _LINK.finditer(_CODE.sub("", line)))


def unfenced(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the Markdown lines that stand in no fence, each with its number from 1."""
    fence = ""
    for number, line in enumerate(lines, 1):
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence):
            fence = ""
        elif not fence:
            yield number, line


def follow(library: Library, link: str, origin: Entry | None = None) -> Entry:
    """Return the entry that a link leads to.

    Args:
        library: Where to look.
        link: An id or an end of one, a page's name (`rest`), a part of a page (`rest#pitfalls`) or
            of the page the link stands on (`#pitfalls`), or a file beside it (`../api/rest.md`).
        origin: The entry that the link stands on.

    Raises:
        NotFoundError: it leads nowhere.
        AmbiguousError: it leads to several entries.
    """
    exact = library.get(link)
    if exact is not None:
        return exact
    name, _, part = link.partition("#")
    page = _page(library, name, origin)
    if page is None:
        return library.find(link)
    return _part(page, part) if part else page.entries[0]


def _page(library: Library, name: str, origin: Entry | None) -> Document | None:
    if not name:
        return _whose(library, origin) if origin else None
    if origin is not None and name.endswith(".md"):
        path = Path(os.path.normpath(origin.path.parent / name))
        return library.document_at(path)
    wanted = kebab(name)
    named = [d for d in library.documents if d.id.partition(":")[2] == wanted]
    pack = origin.pack if origin else ""
    named.sort(key=lambda d: (d.pack != pack, d.kind is not DocumentKind.TOPIC))
    return named[0] if named else None


def _whose(library: Library, entry: Entry) -> Document | None:
    return library.document(f"{entry.pack}:{entry.document}")


def _part(page: Document, part: str) -> Entry:
    """The entry or heading of a page that `#part` names, spelled as GitHub or as an id does."""
    wanted = _plain(part)
    own = page.entries[1:]
    for entry in own:
        if wanted in (_plain(entry.title), _plain(entry.id.rsplit("/", 1)[-1])):
            return entry
    if any(wanted == _plain(heading) for entry in own for heading in entry.section):
        return page.entries[0]
    raise NotFoundError(f"{page.title} has no part {quoted(part)}")


def _plain(title: str) -> str:
    return "".join(_WORD.findall(title.casefold()))


def dead_links(library: Library, document: Document) -> Iterator[Diagnostic]:
    """Yield a finding for each link of a document that leads nowhere.

    A link to a file beside the document that is no page, such as a script, is not dead. A file that
    cannot be read any more is a finding too.
    """
    try:
        lines, _ = decode(content_of(document.path))
    except VadeError as error:
        yield finding(document.path, 1, "unreadable", error.message)
        return
    for line, link in links_of(lines):
        if not is_outside(link) and not _leads_on(library, link, document):
            yield finding(document.path, line, "link-dead", f"link {link!r} leads nowhere")


def _leads_on(library: Library, link: str, document: Document) -> bool:
    try:
        follow(library, link, document.entries[0])
    except VadeError:
        name = link.partition("#")[0]
        file = Path(os.path.normpath(document.path.parent / name))
        return bool(name) and exists(file) and library.document_at(file) is None
    return True
