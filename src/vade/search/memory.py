"""Whoosh's files in memory, the passing ones as well."""

from __future__ import annotations

from whoosh.filedb.filestore import RamStorage

__all__ = ["Memory"]


class Memory(RamStorage):  # type: ignore[misc]
    """Keeps all in memory.

    The `RamStorage` of Whoosh 2.7.4 puts what it needs for a moment into `/tmp/vade.tmp`, which two
    processes share and anyone may have made before us.
    """

    def temp_storage(self, name: str | None = None) -> Memory:
        """Return a place for files that are soon deleted."""
        return Memory()
