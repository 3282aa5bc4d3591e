"""Which items of two reviews are the same check."""

from __future__ import annotations

from collections.abc import Iterable

from vade.review.model import Item
from vade.text import kebab

__all__ = ["Matcher"]


class Matcher:
    """Finds the item of one review that another review's item is: by id, text or title."""

    def __init__(self, items: Iterable[Item]) -> None:
        """Take the items to find among; the first of a name wins."""
        self._known: dict[str, Item] = {}
        for item in items:
            for name in _names(item):
                self._known.setdefault(name, item)

    def find(self, item: Item) -> Item | None:
        """Return the item that is the same check, or None."""
        return next((self._known[n] for n in _names(item) if n in self._known), None)


def _names(item: Item) -> tuple[str, ...]:
    same_text = (f"#{item.fingerprint}",) if item.fingerprint else ()
    return (item.id, *item.origins, *same_text, f"={item.checklist}/{kebab(item.title)}")
