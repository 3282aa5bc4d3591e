"""Choosing a place in the code, worked out without a screen: which file, then which lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from vade.project.changes import changed_files
from vade.project.files import project_files
from vade.review.model import Item, Review
from vade.review.record.language import language_of
from vade.tui.fuzzy import fuzzy
from vade.tui.page.code import expanded
from vade.tui.page.runs import Piece, Run
from vade.tui.reviewing import Walk
from vade.tui.theme.roles import Role
from vade.tui.widgets.row_list import Row, RowLine

__all__ = ["FILE", "REMOVE", "Candidates", "Span", "candidates", "direct", "listed"]

FILE, REMOVE = "file:", "remove:"
_PLACE = re.compile(r"(?P<path>.+?):(?P<lines>\d+(?:-\d+)?)")


@dataclass(frozen=True, slots=True)
class Candidates:
    """The files that may be evidence, and what is evidence already."""

    files: Sequence[str] = ()
    changed: Sequence[str] = ()
    """Files of this change, offered first."""
    taken: Sequence[str] = ()
    """Places that are evidence already, which can be taken away."""

    def rows(self, typed: str) -> list[Row]:
        """Return the rows for what was typed so far."""
        words = typed.partition(":")[0]
        found = fuzzy(words, self.files)
        changed = set(self.changed)
        found.sort(key=lambda name: name not in changed)
        rows = [] if typed else [_taken(n, place) for n, place in enumerate(self.taken)]
        rows += [_file(name, changed=name in changed) for name in found]
        text = "  No file of the project has these letters."
        return rows or [Row("", (RowLine(()), RowLine((Run(text, Role.MUTED),))))]


@dataclass(frozen=True, slots=True)
class Span:
    """Lines of one file, from where one began to mark to where the cursor is."""

    path: str
    lines: Sequence[str] = field(repr=False)
    mark: int = 0
    """1-based line where marking began; 0 while nothing is marked."""

    def rows(self, here: int) -> list[Row]:
        """Return a row for each line; what is marked has a bar."""
        code = "\n".join(self.lines)
        first, last = self.ends(here)
        digits = len(str(len(self.lines)))
        rows = []
        for n, line in enumerate(map(expanded, self.lines), start=1):
            inside = self.mark and first <= n <= last
            number = Run(
                f"{n:>{digits}} {'┃' if inside else ' '} ", Role.KEY if inside else Role.FAINT
            )
            piece = Piece(code, language_of(self.path), n - 1, 0, len(line))
            rows.append(Row(str(n), (RowLine((number, Run(line, Role.CODE)), piece=piece),)))
        return rows

    def ends(self, here: int) -> tuple[int, int]:
        """The first and the last line of what is marked, with the cursor on `here`."""
        return (min(self.mark or here, here), max(self.mark or here, here))

    def place(self, here: int) -> str:
        """What is marked as `path:first-last`."""
        first, last = self.ends(here)
        return f"{self.path}:{first}" if first == last else f"{self.path}:{first}-{last}"


def candidates(item: Item, walk: Walk) -> Candidates:
    """Return what can be offered for an item at once: the files that were suggested."""
    hints = walk.suggestions
    names = [s.path for s in hints.get(item.id, ())]
    names += [s.path for others in hints.values() for s in others]
    files = tuple(dict.fromkeys(names))
    return Candidates(files, files, tuple(map(str, item.answer.evidence)))


def listed(known: Candidates, review: Review, root: Path) -> Candidates:
    """Return all files of a project, those that the reviewed change touches first."""
    touched = (change.path for change in changed_files(root, review.base, review.commit))
    changed = tuple(dict.fromkeys((*known.changed, *touched)))
    first = set(changed)
    others = (name for name in project_files(root) if name not in first)
    return replace(known, files=(*changed, *others), changed=changed)


def direct(typed: str) -> str:
    """Return what was typed if it is a whole place or a URL, else nothing."""
    text = typed.strip()
    return text if "://" in text or _PLACE.fullmatch(text) else ""


def _file(name: str, *, changed: bool) -> Row:
    folder, _, last = name.rpartition("/")
    runs = (Run(last), Run(f"  {folder}", Role.FAINT))
    return Row(FILE + name, (RowLine(runs, (Run("◂ this change", Role.KEY),) if changed else ()),))


def _taken(n: int, place: str) -> Row:
    runs = (Run("✗ ", Role.ERROR), Run("take away ", Role.MUTED), Run(place))
    return Row(f"{REMOVE}{n}", (RowLine(runs),))
