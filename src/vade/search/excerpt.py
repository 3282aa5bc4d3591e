"""The line of an entry that shows best why it was found."""

from __future__ import annotations

from collections.abc import Iterable

from vade.library.entry import Entry
from vade.search.hit import Excerpt
from vade.search.language import Query
from vade.search.tokens import stem_of, tokens

__all__ = ["excerpt", "spans"]

_WIDTH = 160


def spans(text: str, query: Query) -> tuple[tuple[int, int], ...]:
    """Return where the words of `query` stand in `text`, merged, in code points."""
    exact: set[str] = set()
    stems: set[str] = set()
    prefixes: list[str] = []
    for term in query.terms:
        if term.negated:
            continue
        exact.update(term.words)
        stems.update(stem_of(word) for word in term.words)
        if term.prefix:
            prefixes.append(term.words[-1])
    found = []
    for token in tokens(text):
        begins = next((p for p in prefixes if token.text.startswith(p)), None)
        if token.text in exact or stem_of(token.text) in stems:
            found.append((token.start, token.end))
        elif begins is not None:
            found.append((token.start, min(token.end, token.start + len(begins))))
    return _merged(found)


def excerpt(entry: Entry, query: Query) -> Excerpt:
    """Return the line of `entry` with the most matches, else its summary."""
    best, best_spans, best_line, most = entry.summary, spans(entry.summary, query), 0, 0
    most = len(best_spans)
    for number, line in enumerate(entry.body.split("\n")):
        found = spans(line, query)
        if len(found) > most:
            best, best_spans, best_line, most = line, found, entry.line + number, len(found)
    return _cut(best, best_spans, best_line)


def _merged(found: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _cut(text: str, found: tuple[tuple[int, int], ...], line: int) -> Excerpt:
    lead = len(text) - len(text.lstrip())
    begin = (
        max(lead, found[0][0] - _WIDTH // 3) if found and found[0][0] > _WIDTH * 2 // 3 else lead
    )
    shown = text[begin : begin + _WIDTH].rstrip()
    dots = "…" if begin > lead else ""
    shift = len(dots) - begin
    inside = tuple(
        (start + shift, min(end - begin, len(shown)) + len(dots))
        for start, end in found
        if begin <= start < begin + len(shown)
    )
    return Excerpt(dots + shown, inside, line)
