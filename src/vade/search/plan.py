"""The parts of a query that only leave entries out, as a Whoosh query.

`-word`, `title:word`, `code:word`, `kind:pattern` and the like say which entries may be shown;
the words themselves say in which order. A minus takes away the word as it is written, not its
relatives: `-test` keeps what only says "testing".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from whoosh import query as wq

from vade.search.analysis import stem_of
from vade.search.language import Facet, Query, Term
from vade.text import kebab

__all__ = ["meant", "plan", "values"]

_MOST_WORDS = 200
_SHORT_NAMES = {
    "js": "javascript", "ts": "typescript", "py": "python", "sh": "bash", "shell": "bash",
    "yml": "yaml", "golang": "go", "rs": "rust", "postgres": "sql", "cs": "csharp",
}  # fmt: skip


def plan(query: Query, reader: Any) -> tuple[wq.Query | None, wq.Query | None]:
    """Return what an entry must match to be shown, and what it must not; None where nothing.

    Args:
        query: What was asked. Excluded phrases are not planned: words do not tell them.
        reader: The index's reader, for the words that a prefix stands for.
    """
    kept: list[wq.Query] = []
    dropped: list[wq.Query] = []
    for field in dict.fromkeys(facet.field for facet in query.facets):
        known = values(field, reader)
        facets = [facet for facet in query.facets if facet.field == field]
        dropped += [_facet(f, known) for f in facets if f.negated]
        wanted = [_facet(f, known) for f in facets if not f.negated]
        kept += [_any(wanted)] if wanted else []
    for term in query.terms:
        if term.negated and not term.phrase:
            dropped.append(_word(term, term.words[0], reader))
        elif term.field and not term.negated:
            kept += [_word(term, forms, reader) for forms in term.words]
    return (wq.And(kept) if kept else None), (_any(dropped) if dropped else None)


def _any(clauses: list[wq.Query]) -> wq.Query:
    return wq.Or(clauses) if clauses else wq.NullQuery


def _facet(facet: Facet, known: list[str]) -> wq.Query:
    return _any([wq.Term(facet.field, value) for value in meant(facet, known)])


def values(field: str, reader: Any) -> list[str]:
    """Return all values that a facet's field has in an index, sorted."""
    return [_text(raw) for raw in reader.lexicon(field)]


def meant(facet: Facet, known: list[str]) -> list[str]:
    """Return the values of `known` that were named: that one, else those that begin so.

    Where none does, those that have such a word.
    """
    wanted = kebab(facet.value)
    if facet.field == "lang":
        wanted = _SHORT_NAMES.get(wanted, wanted)
    if not wanted:
        return []
    if wanted in known:
        return [wanted]
    begins = [name for name in known if name.startswith(wanted)]
    return begins or [name for name in known if f"-{wanted}" in name]


def _word(term: Term, forms: tuple[str, ...], reader: Any) -> wq.Query:
    field = term.field or "words"
    choices: list[wq.Query] = [wq.Term(field, forms[0])]
    if len(forms) > 1:
        choices.append(wq.And([wq.Term(field, part) for part in forms[1:]]))
    if term.prefix and forms is term.words[-1]:
        choices.extend(_longer(reader, field, forms[0], lambda _: True))
    elif not term.negated:
        stem = stem_of(forms[0])
        choices.extend(_longer(reader, field, stem[:-1] or stem, lambda w: stem_of(w) == stem))
    return wq.Or(choices)


def _longer(
    reader: Any, field: str, prefix: str, fits: Callable[[str], bool]
) -> Iterable[wq.Query]:
    for count, raw in enumerate(reader.expand_prefix(field, prefix)):
        if count >= _MOST_WORDS:
            return
        if fits(_text(raw)):
            yield wq.Term(field, _text(raw))


def _text(raw: bytes | str) -> str:
    return raw.decode("utf-8") if isinstance(raw, bytes) else raw
