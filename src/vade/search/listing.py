"""All entries of the index as they are kept, for completion: quick, and good enough to offer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vade.search.generations import Generations

__all__ = ["stored"]


def stored(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield what the index in `folder` keeps of each entry, as `vade.library.codec` made it.

    Raises:
        IndexLostError: there is no index, or it is damaged.
        UnsafePlaceError: its folder is not ours alone.
    """
    for part in Generations(folder).open():
        numbers = range(part.table.count)
        yield from (part.table.stored(n) for n in numbers if n not in part.dead)
