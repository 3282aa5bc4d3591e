"""Entries to ranked hits. The only room that imports whoosh."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vade.search.manifest import IndexLostError
    from vade.search.search import Search

__all__ = ["IndexLostError", "Search"]

_HOMES = {"IndexLostError": "vade.search.manifest", "Search": "vade.search.search"}


def __getattr__(name: str) -> Any:
    """Import a name when it is first asked for: who only knows what a hit is needs no index."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(importlib.import_module(_HOMES[name]), name)
