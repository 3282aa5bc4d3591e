"""What the library can be narrowed to: areas, kinds, languages, packs, stars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from vade.library.entry import Entry, Kind
from vade.tui.page.runs import Run
from vade.tui.theme.glyphs import KINDS
from vade.tui.theme.roles import Role
from vade.tui.theme.signs import STAR
from vade.tui.widgets.row_list import Row, RowLine

__all__ = ["EVERYTHING", "Narrowing", "area_rows", "browsable"]

EVERYTHING = "all:"
_PLURALS = {
    Kind.PATTERN: "patterns",
    Kind.CHECK: "checks",
    Kind.TOPIC: "topics",
    Kind.PRINCIPLE: "principles",
    Kind.TRIGGER: "when to use",
    Kind.DOCUMENT: "documents",
}
_LANGUAGES = 8


@dataclass(frozen=True, slots=True)
class Narrowing:
    """One choice of the areas pane, such as `area:Security`."""

    key: str = EVERYTHING

    @property
    def query(self) -> str:
        """What it adds to a query."""
        field, _, value = self.key.partition(":")
        return f'{field}:"{value}"' if field in {"area", "kind", "lang", "pack"} else ""

    @property
    def name(self) -> str:
        """What it is called."""
        return self.key.partition(":")[2]

    def keeps(self, entry: Entry, stars: Collection[str]) -> bool:
        """Whether an entry is inside."""
        field, _, value = self.key.partition(":")
        if field == "stars":
            return entry.id in stars
        get = _FIELDS.get(field)
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


def area_rows(entries: Sequence[Entry], stars: Collection[str] = ()) -> list[Row]:
    """Return the rows of the areas pane."""
    rows = [_row(EVERYTHING, (Run("All"),), len(entries))]
    known = {entry.id for entry in entries}
    starred = sum(star in known for star in stars)
    if starred:
        rows.append(_row("stars:", (Run(f"{STAR} ", Role.KEY), Run("starred")), starred))
    areas = Counter(e.area for e in entries if e.area)
    rows += _section("Areas", [_row(f"area:{a}", (Run(a),), n) for a, n in areas.items()])
    kinds = Counter(e.kind for e in entries)
    rows += _section(
        "Kinds",
        [
            _row(
                f"kind:{kind}", (Run(f"{KINDS[kind][0]} ", KINDS[kind][1]), Run(word)), kinds[kind]
            )
            for kind, word in _PLURALS.items()
            if kinds[kind]
        ],
    )
    languages = Counter(e.language for e in entries if e.kind is Kind.PATTERN and e.language)
    most = languages.most_common(_LANGUAGES)
    rows += _section("Languages", [_row(f"lang:{name}", (Run(name),), n) for name, n in most])
    packs = Counter(e.pack for e in entries)
    return rows + _section("Packs", [_row(f"pack:{p}", (Run(p),), n) for p, n in packs.items()])


def _section(title: str, rows: list[Row]) -> list[Row]:
    if not rows:
        return []
    heading = Row("", (RowLine(()), RowLine((Run(title, Role.HEADING),))))
    return [heading, *rows]


def _row(key: str, name: tuple[Run, ...], count: int) -> Row:
    return Row(key, (RowLine(name, (Run(str(count), Role.MUTED),)),))
