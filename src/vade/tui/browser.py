"""What the library screen shows, worked out without a screen."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from vade.library.entry import Entry
from vade.search.hit import Hit, Results
from vade.tui.areas import Narrowing
from vade.tui.page.runs import Run, Runs
from vade.tui.rows import browse_rows, result_rows
from vade.tui.theme.roles import Role
from vade.tui.widgets.row_list import Row, RowLine

__all__ = ["Browser"]


@dataclass(frozen=True)
class Browser:
    """The entries, what they are narrowed to, and what was found."""

    entries: Sequence[Entry] = ()
    narrowing: Narrowing = field(default_factory=Narrowing)
    query: str = ""
    results: Results | None = None
    """What the query found; None while it is empty or not answered yet."""
    stars: Collection[str] = ()

    @cached_property
    def hits(self) -> dict[str, Hit]:
        """The hits by id."""
        return {hit.entry.id: hit for hit in self.results.hits} if self.results else {}

    @cached_property
    def listed(self) -> list[Entry]:
        """The entries that are browsed."""
        return [entry for entry in self.entries if self.narrowing.keeps(entry, self.stars)]

    @cached_property
    def rows(self) -> list[Row]:
        """The rows of the list."""
        if self.results is None:
            return browse_rows(self.listed, self.stars) or _nothing(self)
        return result_rows(self._kept(), self.stars) or _nothing(self)

    @property
    def asked(self) -> str:
        """The query with what the narrowing adds to it."""
        return f"{self.query} {self.narrowing.query}".strip() if self.query.strip() else ""

    def found(self) -> Runs:
        """How many there are, for the end of the search row."""
        if self.results is None:
            return (Run(f"{len(self.listed)} entries", Role.MUTED),)
        kept = self._kept()
        count = len(kept.hits)
        runs = [Run(f"{count} in {_count(len(kept.groups), 'subject')}", Role.MUTED)]
        if not count:
            runs = [Run("nothing found", Role.WARN)]
        if kept.suggestion:
            runs.append(Run(f" · did you mean {kept.suggestion}", Role.WARN))
        runs += [Run(f" · {note}", Role.WARN) for note in kept.notes]
        return tuple(runs)

    def complete(self, typed: str) -> str:
        """The title that begins with what was typed, or nothing."""
        wanted = typed.casefold()
        for hit in self.results.hits if self.results else ():
            if hit.entry.title.casefold().startswith(wanted):
                return hit.entry.title
        at = bisect_left(self._titles, (wanted, ""))
        if at < len(self._titles) and self._titles[at][0].startswith(wanted):
            return self._titles[at][1]
        return ""

    def narrowed(self, key: str) -> Browser:
        """The same, narrowed to something else."""
        return replace(self, narrowing=Narrowing(key))

    @cached_property
    def _titles(self) -> list[tuple[str, str]]:
        return sorted({(e.title.casefold(), e.title) for e in self.entries})

    def _kept(self) -> Results:
        """The results without what a star's narrowing hides; the rest the index has hidden."""
        results = self.results or Results(self.query)
        keeps = self.narrowing.keeps
        hits = tuple(h for h in results.hits if keeps(h.entry, self.stars))
        if len(hits) == len(results.hits):
            return results
        groups = (
            replace(g, hits=tuple(h for h in g.hits if keeps(h.entry, self.stars)))
            for g in results.groups
        )
        return replace(results, hits=hits, groups=tuple(g for g in groups if g.hits))


def _nothing(browser: Browser) -> list[Row]:
    if browser.results is None:
        lines = ["Nothing here yet.", "", "Add a folder of Markdown: vade --pack PATH"]
    else:
        lines = [f"Nothing matches {browser.query.strip()}.", "", "Fewer words find more."]
        if browser.narrowing.name:
            lines.append(f"This looks only in {browser.narrowing.name}; b chooses another area.")
    return [Row("", tuple(_plain(line) for line in ("", *lines)))]


def _plain(text: str) -> RowLine:
    return RowLine((Run(f"  {text}", Role.MUTED),))


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
