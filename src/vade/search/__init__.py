"""Entries to ranked hits. The only room that imports whoosh."""

from __future__ import annotations

from vade.search.index import IndexLostError
from vade.search.search import Search

__all__ = ["IndexLostError", "Search"]
