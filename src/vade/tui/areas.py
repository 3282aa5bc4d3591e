"""What the library can be narrowed to: areas, kinds, languages, packs, stars, what was opened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from vade.library.entry import Entry, Kind
from vade.tui.page.runs import Run
from vade.tui.theme.glyphs import KINDS
from vade.tui.theme.roles import Role
from vade.tui.theme.signs import FOLDED, RECENT, STAR, UNFOLDED
from vade.tui.widgets.row_list import Row, RowLine

if TYPE_CHECKING:
    from vade.search.completion import Completions

__all__ = ["EVERYTHING", "FOLD", "Areas", "Narrowing", "browsable"]

EVERYTHING = "all:"
FOLD = "fold:"
"""Begins the key of a heading, which folds what is under it."""
_PLURALS = {
    Kind.PATTERN: "patterns",
    Kind.CHECK: "checks",
    Kind.TOPIC: "topics",
    Kind.PRINCIPLE: "principles",
    Kind.TRIGGER: "when to use",
    Kind.DOCUMENT: "documents",
}
_LANGUAGES = 12


@dataclass(frozen=True, slots=True)
class Narrowing:
    """One choice of the areas pane, such as `area:Security`."""

    key: str = EVERYTHING

    @property
    def query(self) -> str:
        """What it adds to a query."""
        field_, _, value = self.key.partition(":")
        return f'{field_}:"{value}"' if field_ in {"area", "kind", "lang", "pack"} else ""

    @property
    def name(self) -> str:
        """What it is called."""
        field_, _, value = self.key.partition(":")
        return {"stars": "starred", "recent": "recently opened"}.get(field_, value)

    def keeps(self, entry: Entry, stars: Collection[str], recent: Collection[str] = ()) -> bool:
        """Whether an entry is inside."""
        field_, _, value = self.key.partition(":")
        if field_ in {"stars", "recent"}:
            return entry.id in (stars if field_ == "stars" else recent)
        get = _FIELDS.get(field_)
        return get is None or get(entry) == value


_FIELDS: dict[str, Callable[[Entry], str]] = {
    "area": lambda e: e.area,
    "kind": lambda e: str(e.kind),
    "lang": lambda e: e.language if e.kind is Kind.PATTERN else "",
    "pack": lambda e: e.pack,
}


def browsable(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that are listed while nothing is searched: all but mere sections."""
    return [entry for entry in entries if entry.kind is not Kind.SECTION]


@dataclass(frozen=True)
class Areas:
    """How many entries there are of each, counted once; the rows count what was found."""

    entries: Sequence[Entry] = field(default=(), repr=False)

    def rows(
        self,
        stars: Collection[str] = (),
        recent: Collection[str] = (),
        found: Mapping[str, Mapping[str, int]] | None = None,
        folded: Collection[str] = (),
    ) -> list[Row]:
        """Return the rows of the areas pane.

        Args:
            stars: Ids of starred entries.
            recent: Ids of those that were opened.
            found: By field and value how many a search found; None where nothing is searched.
            folded: The headings whose rows are hidden.
        """
        total = len(self.entries) if found is None else sum(found.get("pack", {}).values())
        rows = [_row(EVERYTHING, (Run("All"),), total)]
        for key, sign, ids in (("stars", STAR, stars), ("recent", RECENT, recent)):
            if count := len(self._ids.intersection(ids)):
                name = Narrowing(f"{key}:").name
                rows.append(_row(f"{key}:", (Run(f"{sign} ", Role.KEY), Run(name)), count))
        for title, name, values in self._groups:
            rows += _heading(title, name, folded)
            if name not in folded:
                counts = None if found is None else found.get(name, {})
                rows += [_counted(name, value, total, counts) for value, total in values]
        return rows

    @cached_property
    def titles(self) -> list[tuple[str, str]]:
        """Every title, folded and as it is, in order: what typing is completed from."""
        return sorted({(e.title.casefold(), e.title) for e in self.entries})

    @cached_property
    def completions(self) -> Completions:
        """The fields and values that a query may be completed to."""
        from vade.search.completion import completions_of

        return completions_of(self.entries)

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(entry.id for entry in self.entries)

    @cached_property
    def _groups(self) -> list[tuple[str, str, list[tuple[str, int]]]]:
        """Title, field, and its values with their counts."""
        kinds = Counter(str(e.kind) for e in self.entries)
        named = [(str(kind), kinds[kind]) for kind in _PLURALS if kinds[kind]]
        areas = Counter(e.area for e in self.entries if e.area)
        languages = Counter(filter(None, map(_FIELDS["lang"], self.entries)))
        packs = Counter(e.pack for e in self.entries)
        groups = [
            ("Areas", "area", list(areas.items())),
            ("Kinds", "kind", named),
            ("Languages", "lang", languages.most_common(_LANGUAGES)),
            ("Packs", "pack", list(packs.items())),
        ]
        return [group for group in groups if group[2]]


def _heading(title: str, name: str, folded: Collection[str]) -> list[Row]:
    sign = FOLDED if name in folded else UNFOLDED
    runs = (Run(f"{sign} ", Role.FAINT), Run(title, Role.HEADING))
    return [Row("", (RowLine(()),)), Row(f"{FOLD}{name}", (RowLine(runs),))]


def _counted(name: str, value: str, total: int, found: Mapping[str, int] | None) -> Row:
    label: tuple[Run, ...] = (Run(value),)
    if name == "kind":
        glyph, role = KINDS[Kind(value)]
        label = (Run(f"{glyph} ", role), Run(_PLURALS[Kind(value)]))
    return _row(f"{name}:{value}", label, total if found is None else found.get(value, 0))


def _row(key: str, name: tuple[Run, ...], count: int) -> Row:
    role = Role.MUTED if count else Role.FAINT
    dimmed = name if count else tuple(Run(run.text, Role.FAINT) for run in name)
    return Row(key, (RowLine(dimmed, (Run(str(count) if count else "–", role),)),))
