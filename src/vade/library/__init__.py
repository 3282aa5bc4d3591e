"""Markdown to entries: packs, layers, one library."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vade.library.library import AmbiguousError, ChecklistSource, Library
    from vade.library.loading import load

__all__ = ["AmbiguousError", "ChecklistSource", "Library", "load"]

_HOMES = {
    "AmbiguousError": "vade.library.library",
    "ChecklistSource": "vade.library.library",
    "Library": "vade.library.library",
    "load": "vade.library.loading",
}


def __getattr__(name: str) -> Any:
    """Import a name when it is first asked for: the parser is not needed for every command."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(importlib.import_module(_HOMES[name]), name)
