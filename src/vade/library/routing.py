"""Which agents, triggers, topics and checklists fit a task, and by which words."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from vade.library.document import DocumentKind
from vade.library.entry import Entry, Kind
from vade.library.library import Library

__all__ = ["Route", "route"]

_WORD = re.compile(r"[^\W_][\w.+#-]*[\w+#]|[^\W_]")
_COMMON = frozenset(
    {
        *("a", "an", "and", "are", "as", "at", "be", "by", "can", "do", "for", "from", "has"),
        *("have", "how", "i", "in", "into", "is", "it", "its", "my", "new", "of", "on", "or"),
        *("our", "so", "that", "the", "their", "this", "to", "use", "used", "uses", "using"),
        *("we", "what", "when", "where", "which", "why", "will", "with", "work", "you", "your"),
        *("without", "who", "may", "them", "all", "any", "not", "no", "than", "only", "each"),
        *("every", "there", "does", "if", "but", "then", "before", "after", "check", "own"),
        *("one", "two"),
        *("should", "need", "needs", "want", "add", "make", "build", "write", "fix", "change"),
    }
)
_LEAST = 0.25
"""The share of the best score that a route has at least."""
_ENDINGS = ("ations", "ation", "ings", "ing", "ers", "er", "ies", "ed", "es", "s", "y", "e")
_TRIGGERS = re.compile(r"triggers?\s+on\s+(.+)|use\s+when\s+(.+)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Route:
    """One entry that fits a task."""

    entry: Entry
    role: str
    """`agent`, `skill`, `trigger`, `topic` or `checklist`."""
    score: float
    words: tuple[str, ...]
    """The words of the task that matched, in the task's order."""


def route(library: Library, task: str, limit: int = 20) -> tuple[Route, ...]:
    """Rank what fits a task written in words.

    A rare word counts more than a common one (inverse document frequency, BM25's form), a word of
    a title or trigger list more than one of running text. What scores far below the best, as by a
    word that half of the library has, is left out. Topics of one subject are one route, to its page
    where it has one.
    """
    wanted = list(dict.fromkeys(_roots(task)))
    spelled = {_root(word): word for word in reversed(_words(task))}
    candidates = list(_candidates(library))
    spread = Counter(root for _, _, strong, weak in candidates for root in strong | weak)
    found = []
    for entry, role, strong, weak in candidates:
        matched = [root for root in wanted if root in strong or root in weak]
        score = sum(
            _weight(spread[root], len(candidates)) * (3 if root in strong else 1)
            for root in matched
        )
        if score:
            coverage = len(matched) / len(wanted)
            words = tuple(spelled[root] for root in matched)
            found.append(Route(entry, role, score * (0.5 + coverage), words))
    found.sort(key=lambda r: (-r.score, r.entry.id))
    least = found[0].score * _LEAST if found else 0
    return tuple(r for r in _by_subject(found)[:limit] if r.score >= least)


def _by_subject(ranked: Iterable[Route]) -> list[Route]:
    """One route for all topics of a subject, where the best of them stands."""
    found: dict[tuple[str, str], Route] = {}
    for one in ranked:
        name = one.entry.subject if one.role == "topic" else one.entry.id
        best = found.setdefault((one.role, name), one)
        if "/" in best.entry.id and "/" not in one.entry.id:
            found[one.role, name] = replace(best, entry=one.entry)
    return list(found.values())


def _candidates(library: Library) -> Iterator[tuple[Entry, str, set[str], set[str]]]:
    """Entries with the roots of their strong words and of their other words."""
    for document in library.documents:
        own = document.entries[0]
        role = {DocumentKind.AGENT: "agent", DocumentKind.SKILL: "skill"}.get(document.kind)
        if role:
            called = " ".join(g for m in _TRIGGERS.findall(document.description) for g in m)
            yield own, role, _set(f"{document.title} {called}"), _set(document.description)
        for entry in document.entries:
            if entry.kind is Kind.TRIGGER:
                yield entry, "trigger", _set(entry.title), _set(entry.body)
            elif entry.kind is Kind.TOPIC:
                names = " ".join((entry.title, *entry.aliases))
                yield entry, "topic", _set(names), _set(entry.summary)
    pages = {d.id: d for d in library.documents}
    for checklist in library.checklists():
        page = pages[checklist.page]
        if page.kind is DocumentKind.TOPIC:
            continue
        whole = page.kind is DocumentKind.CHECKLIST
        first = page.entries[0] if whole else checklist.entries[0]
        names = " ".join((checklist.title, checklist.document, *page.aliases))
        titles = " ".join(entry.title for entry in checklist.entries)
        yield first, "checklist", _set(names), _set(f"{titles} {first.summary}")


def _weight(documents: int, of: int) -> float:
    return math.log(1 + (of - documents + 0.5) / (documents + 0.5))


def _set(text: str) -> set[str]:
    return set(_roots(text))


def _roots(text: str) -> Iterable[str]:
    return [_root(word) for word in _words(text)]


def _words(text: str) -> list[str]:
    return [w for w in _WORD.findall(text.casefold()) if w not in _COMMON]


def _root(word: str) -> str:
    """Cut an English ending, so that `caching`, `cached` and `cache` are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
