"""What the library screen shows, worked out without a screen."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from vade.library.entry import Entry
from vade.search.hit import Hit, Results
from vade.text import counted
from vade.tui.areas import EVERYTHING, FOLD, Areas, Narrowing
from vade.tui.asked import asked_rows
from vade.tui.marks import Marks
from vade.tui.page.runs import Run, Runs
from vade.tui.rows import browse_rows, result_rows
from vade.tui.theme.roles import Role
from vade.tui.widgets.row_list import Listed, Row, RowLine

__all__ = ["Browser"]


@dataclass(frozen=True)
class Browser:
    """The entries, what they are narrowed to, and what was found."""

    narrowing: Narrowing = field(default_factory=Narrowing)
    areas: Areas = field(default_factory=Areas)
    """The entries, and what they can be narrowed to."""
    query: str = ""
    results: Results | None = None
    """What the query found; None while it is empty or not answered yet."""
    facets: Mapping[str, Mapping[str, int]] | None = None
    """What the query found everywhere, by field and value."""
    marks: Marks = field(default_factory=lambda: Marks(Path()))
    folded: frozenset[str] = frozenset()
    """The headings of the areas that are folded."""
    ready: bool = False
    """Whether the packs were read."""
    trouble: str = ""
    """Why nothing could be read."""
    remembers: bool = True
    """Whether queries that lead to an entry are kept."""

    @property
    def entries(self) -> Sequence[Entry]:
        """All entries that can be browsed."""
        return self.areas.entries

    @property
    def stars(self) -> Collection[str]:
        """The ids of starred entries."""
        return self.marks.stars

    @cached_property
    def hits(self) -> dict[str, Hit]:
        """The hits by id."""
        return {hit.entry.id: hit for hit in self.results.hits} if self.results else {}

    @cached_property
    def listed(self) -> list[Entry]:
        """The entries that are browsed; of those opened the last comes first."""
        found = [entry for entry in self.entries if self._keeps(entry)]
        if self.narrowing.key == "recent:":
            order = {name: n for n, name in enumerate(self.marks.recent)}
            found.sort(key=lambda entry: order[entry.id])
        return found

    @cached_property
    def rows(self) -> Sequence[Listed]:
        """The rows of the list."""
        if self.trouble:
            return trouble(self.trouble)
        if not self.ready:
            return [Row("", (RowLine(()), _plain("Reading the packs… you can type already.")))]
        if self.results is None:
            title = "Recently opened" if self.narrowing.key == "recent:" else ""
            rows = [*self._asked_rows, *browse_rows(self.listed, self.stars, title)]
            return rows or nothing(self)
        return result_rows(self._kept(), self.stars) or nothing(self)

    @property
    def start(self) -> str:
        """The row on which the cursor begins: the first entry, below what was asked before."""
        return self.listed[0].id if self._asked_rows and self.listed else ""

    @cached_property
    def _asked_rows(self) -> list[Row]:
        untouched = self.results is None and self.narrowing.key == EVERYTHING
        return asked_rows(self.marks.queries) if untouched and not self.query.strip() else []

    @cached_property
    def area_rows(self) -> list[Row]:
        """The rows of the areas, with how many of each were found."""
        found = self.facets if self.results is not None else None
        return self.areas.rows(self.stars, self.marks.recent, found, self.folded)

    @property
    def asked(self) -> str:
        """The query with what the narrowing adds to it."""
        return f"{self.query} {self.narrowing.query}".strip() if self.query.strip() else ""

    def found(self) -> Runs:
        """How many there are, for the end of the search row."""
        if not self.ready:
            return (Run("reading…", Role.MUTED),)
        if self.results is None:
            return (Run(counted(len(self.listed), "entry", "entries"), Role.MUTED),)
        kept = self._kept()
        count = len(kept.hits)
        runs = [Run(f"{count} in {counted(len(kept.groups), 'subject')}", Role.MUTED)]
        if not count:
            runs = [Run("nothing found", Role.WARN)]
        if kept.suggestion:
            runs.append(Run(f" · did you mean {kept.suggestion}", Role.WARN))
        runs += [Run(f" · {note}", Role.WARN) for note in kept.notes]
        if len(runs) == 1:
            kinds = Counter(str(hit.entry.kind) for hit in kept.hits).most_common(2)
            runs += [Run(f" · {kind} {number}", Role.FAINT) for kind, number in kinds]
        return tuple(runs)

    def complete(self, typed: str) -> str:
        """The field, the value or the title that what was typed could become, or nothing."""
        wanted = typed.casefold()
        for text in self.areas.completions.of(typed):
            if text.casefold().startswith(wanted):
                return text
        for hit in self.results.hits if self.results else ():
            if hit.entry.title.casefold().startswith(wanted):
                return hit.entry.title
        titles = self.areas.titles
        at = bisect_left(titles, (wanted, ""))
        if at < len(titles) and titles[at][0].startswith(wanted):
            return titles[at][1]
        return ""

    def narrowed(self, key: str) -> Browser:
        """The same, narrowed to something else; a heading is folded instead."""
        name = key.removeprefix(FOLD)
        if name == key:
            return replace(self, narrowing=Narrowing(key))
        return replace(self, folded=self.folded ^ {name})

    def starred(self, entry_id: str) -> Browser:
        """The same with an entry's star set, or taken away."""
        return replace(self, marks=self.marks.toggle(entry_id))

    def visited(self, entry_id: str) -> Browser:
        """The same, with an entry opened."""
        query = self.query.strip() if self.remembers and entry_id in self.hits else ""
        return replace(self, marks=self.marks.visit(entry_id, query))

    def read_again(self) -> Browser:
        """The same, with the marks as they are on the disk."""
        return replace(self, marks=Marks.read(self.marks.path))

    def _keeps(self, entry: Entry) -> bool:
        return self.narrowing.keeps(entry, self.marks.stars, self.marks.recent)

    def _kept(self) -> Results:
        """The results without what a star's narrowing hides; the rest the index has hidden."""
        results = self.results or Results(self.query)
        hits = tuple(h for h in results.hits if self._keeps(h.entry))
        if len(hits) == len(results.hits):
            return results
        groups = (
            g._replace(hits=tuple(h for h in g.hits if self._keeps(h.entry)))
            for g in results.groups
        )
        return replace(results, hits=hits, groups=tuple(g for g in groups if g.hits))


def nothing(browser: Browser) -> list[Row]:
    """The rows that say that there is nothing, and what to do."""
    if browser.results is None:
        lines = [
            "Nothing here yet.",
            "",
            "The packs screen adds a folder of Markdown; so does vade library add PATH.",
        ]
    else:
        fewer = len(browser.query.split()) > 1
        other = "Another word may; an empty box lists everything."
        advice = "Fewer words find more." if fewer else other
        lines = [f"Nothing matches {browser.query.strip()}.", "", advice]
    if browser.narrowing.name:
        lines.append(f"This looks only in {browser.narrowing.name}; another area may have more.")
    return [Row("", tuple(_plain(line) for line in ("", *lines)))]


def trouble(message: str) -> list[Row]:
    """The rows that say why nothing could be read."""
    lines = [RowLine((Run("  ✗ The packs cannot be read", Role.ERROR),)), RowLine(())]
    lines += [_plain(line) for line in message.splitlines()]
    return [Row("", (RowLine(()), *lines))]


def _plain(text: str) -> RowLine:
    return RowLine((Run(f"  {text}", Role.MUTED),))
