"""What the shell offers at the tab key: ids, checklists and facets, as the index has them.

Nothing is built or read anew for a completion: without an index there is nothing to offer.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vade.errors import VadeError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

__all__ = ["added_packs", "areas", "checklists", "codes", "entries", "items", "kinds", "languages"]

_MOST = 200
_Offer = tuple[str, str]
"""An id or a word, and what it stands for."""
_Complete = Callable[[click.Context, click.Parameter, str], "list[CompletionItem[str]]"]


def _completing(offers: Callable[[str], Iterable[_Offer]]) -> _Complete:
    def complete(
        _: click.Context, __: click.Parameter, incomplete: str
    ) -> list[CompletionItem[str]]:
        from click.shell_completion import CompletionItem

        try:
            found = list(offers(incomplete))[:_MOST]
        except (VadeError, OSError, ValueError, KeyError, TypeError):
            return []
        return [CompletionItem(value, help=tells or None) for value, tells in found]

    return complete


def _tails(every: Iterable[_Offer], incomplete: str) -> Iterator[_Offer]:
    """Offer the ends of ids that begin as typed and name one entry; all of it after a colon."""
    ids = list(every)
    if ":" in incomplete:
        yield from (offer for offer in ids if offer[0].startswith(incomplete))
        return
    paths = [(name.partition(":")[2], tells) for name, tells in ids]
    if not incomplete:
        yield from (offer for offer in paths if "/" not in offer[0])
        return
    ends = [(end, path, tells) for path, tells in paths for end in _ends(path)]
    ends = [found for found in ends if found[0].startswith(incomplete)]
    times = Counter(end for end, _, _ in ends)
    seen: set[str] = set()
    for end, path, tells in ends:
        if (times[end] == 1 or end == path) and end not in seen:
            seen.add(end)
            yield end, tells


def _ends(path: str) -> Iterator[str]:
    parts = path.split("/")
    return ("/".join(parts[n:]) for n in range(len(parts)))


def _stored() -> Iterator[dict[str, Any]]:
    from vade.paths import Paths
    from vade.search.listing import stored

    return stored(Paths.from_environment(os.environ).index)


def _entries(incomplete: str) -> Iterator[_Offer]:
    return _tails(((e["id"], e["title"]) for e in _stored()), incomplete)


def _checklists(incomplete: str) -> Iterator[_Offer]:
    from vade.text import kebab

    found: dict[str, str] = {}
    for entry in _stored():
        if entry["kind"] == "check":
            heading = entry["section"][-1] if entry["section"] else ""
            name = "/".join(filter(None, (f"{entry['pack']}:{entry['document']}", kebab(heading))))
            found.setdefault(name, heading or entry["document"])
    if incomplete:
        return _tails(found.items(), incomplete)
    return ((name.partition(":")[2], heading) for name, heading in found.items())


def _items(incomplete: str) -> Iterator[_Offer]:
    from vade.workspace import Workspace

    draft = Workspace.open(Path.cwd(), os.environ).desk.newest_draft()
    found = [(item.id, item.title) for item in draft.items] if draft else []
    if incomplete:
        return _tails(found, incomplete)
    return ((name.rsplit("/", 1)[-1], title) for name, title in found)


def _values(key: str) -> Callable[[str], Iterator[_Offer]]:
    def values(incomplete: str) -> Iterator[_Offer]:
        found = {str(entry[key]) for entry in _stored()} - {""}
        lower = incomplete.lower()
        return ((v, "") for v in sorted(found) if v.lower().startswith(lower))

    return values


def _added(incomplete: str) -> Iterator[_Offer]:
    from vade.library.added import added
    from vade.paths import Paths

    every = added(Paths.from_environment(os.environ).added)
    return ((pack.name, str(pack.path)) for pack in every if pack.name.startswith(incomplete))


def _codes(incomplete: str) -> Iterator[_Offer]:
    from vade.library.catalogue import CATALOGUE

    return ((code, e.meaning) for code, e in CATALOGUE.items() if code.startswith(incomplete))


entries = _completing(_entries)
"""Ids of entries."""
checklists = _completing(_checklists)
"""Ids of checklists."""
items = _completing(_items)
"""Items of the newest draft here."""
kinds = _completing(_values("kind"))
languages = _completing(_values("language"))
areas = _completing(_values("area"))
added_packs = _completing(_added)
"""Names of the packs that were added."""
codes = _completing(_codes)
"""Codes of `vade library check`."""
