"""The query language: any text to a query, with nothing of the index in it.

`docs/query-language.md` is its description for users.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from vade.search.analysis import fold, words_in
from vade.search.filler import GLUE, INTENT

__all__ = ["FACETS", "FIELDS", "MOST_CHARACTERS", "MOST_TERMS", "Facet", "Query", "Term", "parse"]

MOST_CHARACTERS = 256
MOST_TERMS = 12
FACETS = {"kind": "kind", "lang": "lang", "area": "area", "in": "area", "pack": "pack"}
"""What is written before the colon, and the facet that it narrows."""
FIELDS = ("title", "code")
_FEW, _MANY = 2, 4
"""As many words make a question where there is glue between them, and where there is none."""
_MOST_APART = 20
_PIECE = re.compile(r'(-?)(?:([A-Za-z]+):)?(?:"([^"]*)("?)|(\S+))')


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase that is asked for."""

    words: tuple[tuple[str, ...], ...]
    """Each word with its forms: the whole, then its parts where it is a compound."""
    phrase: bool = False
    negated: bool = False
    field: str = ""
    """`title` or `code`; empty for everywhere."""
    prefix: bool = False
    """Whether its last word is still being typed."""

    @property
    def glue(self) -> bool:
        """Whether it is a word such as "the" that says nothing by itself."""
        return self.plain and not self.prefix and self.words[0][0] in GLUE

    @property
    def weak(self) -> bool:
        """Whether it is a word such as "handle" that many subjects share."""
        return self.plain and self.words[0][0] in INTENT

    @property
    def plain(self) -> bool:
        """Whether it is a word that may stand anywhere."""
        return not (self.phrase or self.negated or self.field)

    @property
    def parts(self) -> tuple[str, ...]:
        """All its words by part, in order."""
        return tuple(part for forms in self.words for part in (forms[1:] or forms))


@dataclass(frozen=True, slots=True)
class Facet:
    """A narrowing such as `kind:pattern`."""

    field: str
    value: str
    """Folded, as it was typed."""
    negated: bool = False


@dataclass(frozen=True)
class Query:
    """What a text asks for."""

    text: str
    terms: tuple[Term, ...] = ()
    facets: tuple[Facet, ...] = ()
    notes: tuple[str, ...] = ()

    @cached_property
    def wanted(self) -> tuple[Term, ...]:
        """The terms that a hit should have; glue only where nothing else is asked."""
        positive = tuple(term for term in self.terms if not term.negated)
        return tuple(term for term in positive if not term.glue) or positive

    @cached_property
    def spoken(self) -> bool:
        """Whether it is a question or a pasted message, of which no entry need have every word."""
        return self.asked or (self._plain and len(self.wanted) >= _MANY)

    @cached_property
    def asked(self) -> bool:
        """Whether it is a question: some words with glue between them."""
        glued = any(term.glue for term in self.terms)
        return self._plain and glued and len(self.wanted) >= _FEW

    @property
    def _plain(self) -> bool:
        """Whether all of it are words, with nothing that narrows them."""
        return all(term.plain for term in self.terms)

    @cached_property
    def loosened(self) -> Query:
        """The same, its compounds taken apart: `sqlalchemy.exc.TimeoutError` as four words."""
        terms = [part for term in self.terms for part in _apart(term)]
        unique = {(t.words, t.negated, t.field): t for t in terms}
        return replace(self, terms=tuple(unique.values())[:_MOST_APART])


def parse(text: str, *, typing: bool = False) -> Query:
    """Read any text as a query; there is no wrong one.

    Args:
        text: What was typed.
        typing: Whether the last word may be unfinished.
    """
    notes = []
    cut = text[:MOST_CHARACTERS]
    if len(text) > MOST_CHARACTERS:
        notes.append(f"only the first {MOST_CHARACTERS} characters are searched")
    terms: list[Term] = []
    facets: list[Facet] = []
    for minus, name, quoted, closed, plain in _PIECE.findall(cut):
        open_end = typing and not closed
        _take(terms, facets, minus == "-", name.lower(), quoted, plain, open_end)
    unfinished = typing and bool(cut) and not cut[-1].isspace()
    terms = [replace(t, prefix=False) for t in terms[:-1]] + [
        replace(t, prefix=t.prefix and unfinished and not t.negated) for t in terms[-1:]
    ]
    if facets and unfinished and _ends_in_facet(cut):
        terms = [replace(t, prefix=False) for t in terms]
    if len(terms) > MOST_TERMS:
        terms = [t for t in terms if not t.glue] or terms
    if len(terms) > MOST_TERMS:
        notes.append(f"only the first {MOST_TERMS} words are searched")
        terms = terms[:MOST_TERMS]
    return Query(text, tuple(dict.fromkeys(terms)), tuple(dict.fromkeys(facets)), tuple(notes))


def _apart(term: Term) -> tuple[Term, ...]:
    forms = term.words[0]
    if not term.plain or len(forms) == 1:
        return (term,)
    words = [((part,),) for part in forms[1:] if len(part) > 1]
    return (
        *(replace(term, words=w, prefix=False) for w in words[:-1]),
        *(replace(term, words=w) for w in words[-1:]),
    ) or (term,)


def _ends_in_facet(text: str) -> bool:
    last = text.rsplit(maxsplit=1)[-1]
    return last.lstrip("-").partition(":")[0].lower() in FACETS and ":" in last


def _take(
    terms: list[Term],
    facets: list[Facet],
    negated: bool,
    name: str,
    quoted: str,
    plain: str,
    open_end: bool,
) -> None:
    value = quoted or plain
    if name in FACETS:
        if value.strip('"'):
            facets.append(Facet(FACETS[name], fold(value.strip('"')), negated))
        return
    field = name if name in FIELDS else ""
    words = words_in(value if field or not name else f"{name}:{value}")
    if quoted and words:
        terms.append(Term(words, phrase=True, negated=negated, field=field, prefix=open_end))
        return
    terms.extend(Term((word,), False, negated, field, open_end) for word in words)
