"""A public collection with people's judgements: Semanlink's bookmarks and the tags they were given.

`python -m benchmarks.collection FOLDER`, where FOLDER holds `docs.json` and `tags.json` as the
package `cherche` (MIT) brings them in `cherche/data/semanlink`. A tag's label is a query; what a
person gave the tag is relevant to it. The table is kept in RESULTS.md; the data is not.
"""

from __future__ import annotations

import json
import math
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from benchmarks.peers.fts5 import Fts5
from benchmarks.peers.plain_whoosh import PlainWhoosh
from benchmarks.results import keep
from vade.library import Library
from vade.library.document import Document, DocumentKind
from vade.library.draft import subject_of
from vade.library.entry import Entry, Kind
from vade.search import Search

__all__ = ["average_precision", "main", "ndcg"]

_DEPTH = 100
_FEWEST, _MOST = 5, 200
"""A tag with fewer documents judges little; one with more is no question."""
Judged = Mapping[str, set[str]]
"""A query to the ids of the entries that are relevant to it."""
_HEAD = """## Public collection

Semanlink: {documents:,} bookmarks as people tagged them, {queries:,} tags with {few} to {most}
bookmarks as queries; the first {depth} hits count. All engines search the same title, comment and
abstract. `python -m benchmarks.collection FOLDER` says where the data is from.

| engine | MAP | nDCG@10 |
| --- | --- | --- |"""


def main(folder: Path) -> str:
    """Return the section of the results: each engine's mean average precision and nDCG@10."""
    entries, judged = _read(folder)
    head = _HEAD.format(
        documents=len(entries), queries=len(judged), few=_FEWEST, most=_MOST, depth=_DEPTH
    )
    with tempfile.TemporaryDirectory() as place:
        rows = [_row(name, ask, judged) for name, ask in _engines(entries, Path(place))]
    return "\n".join([head, *rows])


def average_precision(found: Sequence[str], relevant: set[str]) -> float:
    """Return the mean of the precision at each relevant hit; what was not found counts 0."""
    hits, total = 0, 0.0
    for rank, one in enumerate(found, 1):
        if one in relevant:
            hits += 1
            total += hits / rank
    return total / len(relevant)


def ndcg(found: Sequence[str], relevant: set[str], depth: int = 10) -> float:
    """Return the discounted gain of the first hits, beside that of the best order."""
    gain = sum(1 / math.log2(rank + 1) for rank, i in enumerate(found[:depth], 1) if i in relevant)
    best = sum(1 / math.log2(rank + 1) for rank in range(1, min(depth, len(relevant)) + 1))
    return gain / best


def _row(name: str, ask: Callable[[str], Sequence[str]], judged: Judged) -> str:
    answers = [(ask(query), relevant) for query, relevant in judged.items()]
    mean = sum(average_precision(*answer) for answer in answers) / len(answers)
    gain = sum(ndcg(*answer) for answer in answers) / len(answers)
    return f"| {name} | {mean:.3f} | {gain:.3f} |"


def _engines(
    entries: Sequence[Entry], place: Path
) -> Iterable[tuple[str, Callable[[str], Sequence[str]]]]:
    search = Search(place / "index")
    search.update(Library(tuple(map(_document, entries)), (), "collection"))
    yield "Vade", lambda text: [hit.entry.id for hit in search.query(text, limit=_DEPTH).hits]
    fts5 = Fts5(":memory:")
    fts5.build(entries)
    yield "FTS5", lambda text: fts5.query_some(f"{text} ", limit=_DEPTH)
    whoosh = PlainWhoosh()
    whoosh.build(entries)
    yield "Whoosh", lambda text: whoosh.query(text, limit=_DEPTH, typing=False)


def _read(folder: Path) -> tuple[list[Entry], Judged]:
    documents = json.loads((folder / "docs.json").read_text("utf-8"))
    tags = json.loads((folder / "tags.json").read_text("utf-8"))
    entries: list[Entry] = []
    judged: dict[str, set[str]] = {}
    for number, document in enumerate(documents):
        entry = _entry(number, document)
        entries.append(entry)
        for tag in document["tag"]:
            for label in tags.get(tag, {}).get("prefLabel", ())[:1]:
                judged.setdefault(label, set()).add(entry.id)
    kept = {label: ids for label, ids in judged.items() if _FEWEST <= len(ids) <= _MOST}
    return entries, kept


def _entry(number: int, document: Mapping[str, str]) -> Entry:
    title = document["title"] or document["arxiv_title"] or "untitled"
    body = f"{document['comment']}\n{document['arxiv_summary']}".strip()
    name = f"d{number}"
    path = Path(f"/{name}.md")
    subject = f"{subject_of(title)} {number}"
    return Entry(
        f"c:{name}", Kind.SECTION, title, body, name, "c", path, 1, 1, subject=subject
    )  # fmt: skip


def _document(entry: Entry) -> Document:
    name = entry.document
    return Document(
        f"c:{name}", DocumentKind.PLAIN, name, entry.title, "", "c", "given", entry.path,
        entries=(entry,),
    )  # fmt: skip


if __name__ == "__main__":
    made = main(Path(sys.argv[1]))
    print(made)
    keep(made)
