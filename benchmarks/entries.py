"""Entries to measure with: the bundled content, public corpora, and more made of their sections.

`VADE_CORPORA` names the folder of the corpora; else `../shared/corpora` beside the repository.
Where there are none, the bundled content alone is multiplied.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby
from pathlib import Path

from vade.library import Library, load
from vade.library.document import Document, DocumentKind
from vade.library.entry import Entry
from vade.library.layers import Root, pack_name
from vade.library.scan import scan
from vade.paths import bundled

__all__ = ["bundled_library", "corpora", "library_of", "real_library"]

_PACKS = ("antigravity-kit/.agent", "owasp-cheatsheets/cheatsheets", "voltagent-subagents")
_SECTIONS = 12
"""How many sections a made document has."""


def corpora() -> Path | None:
    """The folder of the corpora, where there is one."""
    named = os.environ.get("VADE_CORPORA")
    places = [Path(named)] if named else [bundled() / ".." / "shared", bundled() / "../../shared"]
    found = [p if named else p / "corpora" for p in places]
    return next((path.resolve() for path in found if path.is_dir()), None)


def bundled_library() -> Library:
    """What we ship."""
    return load(scan(_bundled()))


def real_library() -> Library:
    """What we ship, and the corpora."""
    folder = corpora()
    packs = [folder / name for name in _PACKS] if folder else []
    given = [Root("given", pack_name(path), path) for path in packs if path.is_dir()]
    return load(scan([*_bundled(), *given]))


def library_of(count: int, real: Library, seed: int = 6) -> Library:
    """Return a library of `count` entries: ours first, then real ones, then shuffled ones."""
    documents: list[Document] = []
    left = count
    rest = [d for d in real.documents if d.pack != "vade"]
    random.Random(seed).shuffle(rest)
    ours = [d for d in real.documents if d.pack == "vade"]
    for document in chain(ours, rest, _made(real, seed)):
        entries = document.entries[:left]
        documents.append(replace(document, entries=entries))
        left -= len(entries)
        if left <= 0:
            break
    return Library(tuple(documents), (), f"{count}-{seed}")


def _bundled() -> list[Root]:
    return [Root("bundled", "vade", bundled() / name) for name in ("agents", "content")]


def _made(real: Library, seed: int) -> Iterator[Document]:
    """Yield documents without end: sections of all documents shuffled, their lines as well."""
    dice = random.Random(seed)
    sections = [
        list(found)
        for document in real.documents
        for _, found in groupby(document.entries[1:], key=lambda e: e.section)
    ]
    lines = [line for e in real.entries for line in e.body.split("\n") if len(line) > 40]
    number = 0
    while True:
        dice.shuffle(sections)
        for at in range(0, len(sections), _SECTIONS):
            number += 1
            yield _document(f"made-{number}", sections[at : at + _SECTIONS], lines, dice)


def _document(
    name: str, sections: Sequence[Sequence[Entry]], lines: Sequence[str], dice: random.Random
) -> Document:
    path = Path(f"/made/{name}.md")
    entries = []
    for entry in (entry for section in sections for entry in section):
        body = entry.body.split("\n")
        dice.shuffle(body)
        body[dice.randrange(len(body))] = dice.choice(lines)
        made = replace(
            entry,
            id=f"made:{name}/{len(entries)}",
            pack="made",
            document=name,
            path=path,
            body="\n".join(body),
            summary=body[0],
        )
        entries.append(made)
    first = entries[0]
    plain = DocumentKind.PLAIN
    found = tuple(entries)
    return Document(
        f"made:{name}", plain, name, first.title, "", "made", "given", path, entries=found
    )
