"""The table beside the Whoosh index: what a keystroke needs, laid out to be mapped, not read."""

from __future__ import annotations

from vade.search.table.reader import Posting, Shown, Table, TableError

__all__ = ["Posting", "Shown", "Table", "TableError"]
