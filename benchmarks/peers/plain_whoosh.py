"""Whoosh as its quick start shows it: text fields, the default parser, BM25F."""

from __future__ import annotations

from collections.abc import Iterable

from vade.library.entry import Entry

__all__ = ["PlainWhoosh"]


class PlainWhoosh:
    """An index in memory."""

    def build(self, entries: Iterable[Entry]) -> None:
        """Index all entries."""
        from whoosh.analysis import StemmingAnalyzer
        from whoosh.fields import ID, TEXT, Schema
        from whoosh.filedb.filestore import RamStorage

        words = StemmingAnalyzer()
        schema = Schema(
            id=ID(stored=True), title=TEXT(words, field_boost=9.0),
            aliases=TEXT(words, field_boost=5.0), body=TEXT(words),
        )  # fmt: skip
        self._index = RamStorage().create_index(schema)
        writer = self._index.writer(limitmb=256)
        for entry in entries:
            aliases = " ; ".join(entry.aliases)
            writer.add_document(id=entry.id, title=entry.title, aliases=aliases, body=entry.body)
        writer.commit()
        self._searcher = self._index.searcher()

    def query(self, text: str, *, limit: int = 60, typing: bool = True) -> list[str]:
        """Return the ids of the best entries; the last word is a prefix while typing."""
        from whoosh.qparser import MultifieldParser

        parser = MultifieldParser(["title", "aliases", "body"], self._index.schema)
        asked = f"{text}*" if typing and text[-1:].isalnum() else text
        try:
            return [hit["id"] for hit in self._searcher.search(parser.parse(asked), limit=limit)]
        except Exception:
            return []
