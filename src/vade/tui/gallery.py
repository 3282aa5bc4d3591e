"""The patterns as code: cards by area, narrowed to a language and to words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from vade.library.entry import Entry, Kind
from vade.tui.page.code import expanded
from vade.tui.page.runs import Piece, Run, Runs
from vade.tui.parts import Part, face
from vade.tui.theme.glyphs import KINDS
from vade.tui.theme.roles import Role
from vade.tui.theme.signs import PROVEN, STAR
from vade.tui.widgets.row_list import Row, RowLine

__all__ = ["Gallery", "tab_runs"]

_SHOWN = 3
"""Lines of code on a card."""
_TELLS = re.compile(
    r"(?:export|async|def|class|func|function|const|let|public|type|interface|create|select|insert"
    r"|update|with|local|location|server|upstream|@|app\.|router\.)",
    re.IGNORECASE,
)
"""Beginnings of lines that tell more of a pattern than its imports do."""


@dataclass(frozen=True)
class Gallery:
    """The patterns of a library."""

    patterns: Sequence[Entry] = ()
    stars: Collection[str] = ()
    language: str = ""
    words: str = ""
    source: Sequence[Entry] = ()
    """The entries that it was made of."""

    @classmethod
    def of(cls, entries: Sequence[Entry], stars: Collection[str] = ()) -> Gallery:
        """The patterns among `entries` that have code."""
        return cls(
            [e for e in entries if e.kind is Kind.PATTERN and face(e)], stars, source=entries
        )

    def renewed(self, entries: Sequence[Entry], stars: Collection[str] = ()) -> Gallery:
        """This one, cards and all, where it is of these very entries and stars; else a new one."""
        same = self.source is entries and self.stars == stars
        return self if same else Gallery.of(entries, stars)

    @cached_property
    def languages(self) -> dict[str, int]:
        """How many patterns each language has, the most frequent first; all under no name."""
        counts = Counter(e.language for e in self.patterns if e.language)
        return {"": len(self.patterns), **dict(counts.most_common())}

    @cached_property
    def shown(self) -> list[Entry]:
        """The patterns that are let through, each area together."""
        words = self.words.casefold().split()
        found = [e for e in self.patterns if self.language in ("", e.language)]
        found = [e for e in found if all(word in _text(e) for word in words)]
        areas = {area: n for n, area in enumerate(dict.fromkeys(_area(e) for e in found))}
        return sorted(found, key=lambda e: areas[_area(e)])

    @cached_property
    def rows(self) -> list[Row]:
        """A card for each pattern, under the heading of its area."""
        counts = Counter(_area(e) for e in self.shown)
        rows: list[Row] = []
        last = None
        for entry in self.shown:
            if _area(entry) != last:
                last = _area(entry)
                head = RowLine((Run(last, Role.HEADING),), (Run(str(counts[last]), Role.MUTED),))
                rows.append(Row("", (head,)))
            rows += [Row(entry.id, tuple(self._card(entry))), Row("", (RowLine(()),))]
        if rows:
            return rows
        text = "  No pattern has these words." if self.words else "  No patterns."
        return [Row("", (RowLine(()), RowLine((Run(text, Role.MUTED),))))]

    def step(self, by: int) -> Gallery:
        """The same in the next or previous language, in a circle."""
        every = list(self.languages)
        here = every.index(self.language) if self.language in every else 0
        return replace(self, language=every[(here + by) % len(every)])

    def strip(self) -> Runs:
        """The languages with their counts, the one in force marked."""
        runs: list[Run] = []
        for name, count in self.languages.items():
            here = name == self.language
            link = f"lang:{name}"
            role = Role.CHIP if here else Role.MUTED
            runs += [Run(f" {name or 'all'} {count} ", role, link), Run(" ")]
        return tuple(runs)

    def _card(self, entry: Entry) -> Iterator[RowLine]:
        glyph, role = KINDS[entry.kind]
        star = (Run(f" {STAR}", Role.KEY),) if entry.id in self.stars else ()
        badge = (Run(f" {PROVEN}", Role.PROVEN),) if entry.proofs() else ()
        title = (Run(f"{glyph} ", role), Run(entry.title, Role.TITLE), *star)
        yield RowLine(title, (Run(entry.language, Role.MUTED), *badge))
        first = face(entry)
        if first is None:
            return
        lines = expanded(first.text).split("\n")
        begin = next((n for n, line in enumerate(lines) if _TELLS.match(line)), 0)
        for n in range(begin, min(begin + _SHOWN, len(lines))):
            piece = Piece(first.text, first.language, n, 0, len(lines[n]))
            yield RowLine((Run("    "), Run(lines[n], Role.CODE)), piece=piece)


def tab_runs(parts: Sequence[Part], at: int) -> Runs:
    """The tabs of a pattern: each can be clicked, the one that is shown is marked."""
    runs: list[Run] = []
    for n, part in enumerate(parts):
        role = Role.CHIP if n == at else Role.MUTED
        runs += [Run(f" {part.label} ", role, f"tab:{n}"), Run(" ")]
    return tuple(runs)


def _area(entry: Entry) -> str:
    return entry.area or (entry.section[0] if entry.section else entry.document)


def _text(entry: Entry) -> str:
    return (
        f"{entry.title} {entry.summary} {entry.document} {entry.language} {entry.code}".casefold()
    )
