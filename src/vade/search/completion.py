"""What a half-written field or value of a query could become."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vade.library.entry import Entry
from vade.search.language import FACETS, FIELDS
from vade.text import kebab

__all__ = ["Completions", "completions_of"]

_MOST = 8


@dataclass(frozen=True, slots=True)
class Completions:
    """The values that each facet has, the most frequent first."""

    values: Mapping[str, Sequence[str]]

    def of(self, text: str) -> tuple[str, ...]:
        """Return what `text` could become when its last word is a field or a value of one.

        `ki` gives `kind:`; `cors kind:pa` gives `cors kind:pattern`; `in:api ` gives nothing.
        """
        before, last = _last_word(text)
        minus = "-" if last.startswith("-") else ""
        name, colon, value = last.removeprefix("-").partition(":")
        if not name or name != name.lower():
            return ()
        if not colon:
            named = (*FACETS, *FIELDS)
            return tuple(
                f"{before}{minus}{n}:" for n in named if n.startswith(name) and len(name) > 1
            )
        field = FACETS.get(name, "")
        wanted = kebab(value.strip('"'))
        known = self.values.get(field, ())
        fits = [v for v in known if kebab(v).startswith(wanted) and v != value]
        return tuple(f"{before}{minus}{name}:{_written(v)}" for v in fits[:_MOST])


def completions_of(entries: Iterable[Entry]) -> Completions:
    """Return the completions for a library's entries."""
    counts: dict[str, Counter[str]] = {n: Counter() for n in ("kind", "lang", "area", "pack")}
    for e in entries:
        for field, value in zip(counts, (e.kind.value, e.language, e.area, e.pack), strict=True):
            if value:
                counts[field][value] += 1
    return Completions({f: tuple(v for v, _ in c.most_common()) for f, c in counts.items()})


def _last_word(text: str) -> tuple[str, str]:
    """Cut before the last word; a quote that was opened belongs to the word that it stands in."""
    if text.count('"') % 2:
        at = text.rfind('"')
        start = text.rfind(" ", 0, at) + 1
    else:
        start = text.rfind(" ") + 1
    return text[:start], text[start:]


def _written(value: str) -> str:
    return f'"{value}"' if " " in value else value
