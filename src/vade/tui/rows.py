"""Entries and hits as rows of a list."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from vade.library.entry import Entry, Kind
from vade.search.hit import Hit, Results
from vade.search.undressed import undressed
from vade.tui.page.runs import Run, Runs, slice_runs
from vade.tui.theme.glyphs import KINDS, word_of
from vade.tui.theme.roles import Role
from vade.tui.theme.signs import ELLIPSIS, PROVEN, STAR
from vade.tui.widgets.row_list import Listed, Row, RowLine

__all__ = ["EntryRow", "browse_rows", "entry_line", "marked", "result_rows"]

_CHILD = Run("  ")
_LEAD = 28
"""Characters before a match that are shown at most."""


def result_rows(results: Results, stars: Collection[str] = ()) -> list[Row]:
    """Return the rows of a search: each subject's best hit, the others of it under it.

    A heading stands above those groups at the end that have only some of the words.
    """
    rows: list[Row] = []
    whole = [at for at, group in enumerate(results.groups) if not group.hits[0].partial]
    rest = whole[-1] + 1 if whole else 0
    for at, group in enumerate(results.groups):
        if at == rest:
            heading = RowLine((Run("Only some of the words", Role.HEADING),))
            rows.append(Row("", (RowLine(()), heading) if rows else (heading,)))
        for n, hit in enumerate(group.hits):
            rows.append(_hit_row(hit, child=n > 0, starred=hit.entry.id in stars))
    return rows


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry as one line, which is worked out when it is painted: there may be thousands."""

    entry: Entry
    starred: bool = False

    @property
    def key(self) -> str:
        """The entry's id."""
        return self.entry.id

    @property
    def height(self) -> int:
        """One line."""
        return 1

    @property
    def lines(self) -> tuple[RowLine, ...]:
        """The line that names it."""
        return (entry_line(self.entry, starred=self.starred),)


def browse_rows(
    entries: Sequence[Entry], stars: Collection[str] = (), title: str = ""
) -> list[Listed]:
    """Return the rows of the library as it is browsed: under each area's heading, or under one."""
    areas: dict[str, list[Entry]] = {}
    for entry in entries:
        areas.setdefault(title or entry.area or _shelf_of(entry), []).append(entry)
    rows: list[Listed] = []
    for area, found in areas.items():
        if rows:
            rows.append(Row("", (RowLine(()),)))
        count = Run(str(len(found)), Role.MUTED)
        rows.append(Row("", (RowLine((Run(area, Role.HEADING),), (count,)),)))
        rows += [EntryRow(e, e.id in stars) for e in found]
    return rows


def entry_line(
    entry: Entry,
    matches: Iterable[tuple[int, int]] = (),
    *,
    starred: bool = False,
    strong: bool = False,
) -> RowLine:
    """Return the line that names an entry: glyph and title, what it is at the right."""
    glyph, role = KINDS[entry.kind]
    title = marked(entry.title, matches, Role.TITLE if strong else Role.TEXT)
    star = (Run(f" {STAR}", Role.KEY),) if starred else ()
    word = entry.language if entry.kind is Kind.PATTERN and entry.language else word_of(entry)
    badge = (Run(f" {PROVEN}", Role.PROVEN),) if entry.proofs() else ()
    return RowLine((Run(f"{glyph} ", role), *title, *star), (Run(word, Role.MUTED), *badge))


def marked(text: str, matches: Iterable[tuple[int, int]], role: Role) -> Runs:
    """Return `text` as runs, with its matches marked."""
    runs: list[Run] = []
    at = 0
    for start, end in matches:
        runs += [Run(text[at:start], role), Run(text[start:end], Role.MATCH)]
        at = end
    return tuple(run for run in (*runs, Run(text[at:], role)) if run.text)


def _hit_row(hit: Hit, *, child: bool, starred: bool) -> Row:
    first = entry_line(hit.entry, hit.title_matches, starred=starred, strong=not child)
    indent = (_CHILD,) if child else ()
    where = () if child else (Run(f" · {_where(hit.entry)}", Role.FAINT),)
    second = _excerpt(hit) or _place(hit.entry)
    lines = (
        RowLine((*indent, *first.left), (*first.right, *where)),
        RowLine((*indent, _CHILD, *second)),
    )
    return Row(hit.entry.id, lines)


def _excerpt(hit: Hit) -> Runs:
    """The matching line without its Markdown, from near its first match."""
    text, matches = undressed(hit.excerpt)
    begin = _after_title(text, hit.entry.title)
    first = next((start for start, _ in matches if start >= begin), begin)
    if first - begin > _LEAD:
        begin = text.rfind(" ", 0, first - _LEAD // 2) + 1
    runs = slice_runs(marked(text, matches, Role.MUTED), begin, len(text))
    return (Run(ELLIPSIS, Role.FAINT), *runs) if begin and first - begin > 0 else runs


def _after_title(text: str, title: str) -> int:
    """Where the text goes on behind a title that it begins with; its end where it does not."""
    if not text.casefold().startswith(title.casefold()):
        return 0
    rest = text[len(title) :]
    return len(text) - len(rest.lstrip(" :.,;—-"))


def _place(entry: Entry) -> Runs:
    return (Run(" › ".join((entry.document, *entry.section)), Role.MUTED),)


def _where(entry: Entry) -> str:
    return entry.area or _shelf_of(entry)


def _shelf_of(entry: Entry) -> str:
    return entry.section[0] if entry.section else entry.document
