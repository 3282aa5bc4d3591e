"""The table beside the Whoosh index: what a keystroke needs, laid out to be mapped, not read."""

from __future__ import annotations

from vade.search.table.reader import Shown, Table, TableError
from vade.search.table.writer import pack

__all__ = ["Shown", "Table", "TableError", "pack"]
