"""The rooms of the house as a picture, and how large its files are.

`python -m benchmarks.house` prints the figures; with `--write` it also draws docs/architecture.svg
from the imports. A test says when that picture is old.
"""

from __future__ import annotations

import ast
import statistics
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "vade"
PICTURE = ROOT / "docs" / "architecture.svg"
GROUND = "ground"
TELLS = {
    "cli": "one file a command",
    "tui": "screens, widgets, themes",
    "workspace": "joins the rooms for one run",
    "clipboard": "who takes copied text",
    "editor": "the user's editor as a program",
    "review": "checklist to record",
    "search": "entries to ranked hits",
    "project": "facts of the user's project",
    "library": "Markdown to entries",
    GROUND: "errors, files, paths, programs, settings, text",
}
"""From the top of the house to its ground: each room imports only from those after it."""
CELL, LEFT, TOP = 44, 300, 104


def files() -> list[Path]:
    """Every file of the source, in order."""
    return sorted(SOURCE.rglob("*.py"))


def room_of(module: str) -> str:
    """The room that a module stands in; what belongs to none is the ground."""
    name = ([*module.split("."), ""])[1]
    return name if name in TELLS else GROUND


def module_of(path: Path) -> str:
    """The dotted name of a file."""
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def modules() -> frozenset[str]:
    """The dotted name of every file."""
    return frozenset(module_of(path) for path in files())


def imported(path: Path) -> Iterator[str]:
    """Every module of ours that a file imports, wherever in it the import stands."""
    known = modules()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module in known:
            whole = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in known else node.module for name in whole)


@cache
def edges() -> set[tuple[str, str]]:
    """Which room imports from which."""
    pairs = {
        (room_of(module_of(path)), room_of(name))
        for path in files()
        if path.name != "__main__.py"
        for name in imported(path)
    }
    return {(a, b) for a, b in pairs if a != b}


def svg() -> str:
    """The picture: a row for each room, with a dot under each room that it imports from."""
    rooms = list(TELLS)
    width, height = LEFT + CELL * len(rooms) + 50, TOP + CELL * len(rooms) + 20
    grid = [cell(a, b) for a in rooms for b in rooms]
    return "\n".join(
        [
            (
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
                'role="img" aria-label="Which room imports from which" '
                'font-family="sans-serif" font-size="14">'
            ),
            f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
            *(names(room, number) for number, room in enumerate(rooms)),
            *filter(None, grid),
            "</svg>\n",
        ]
    )


def names(room: str, number: int) -> str:
    """A room's name at the left of its row and, leaning, above its column."""
    middle = TOP + CELL * number + CELL // 2 + 5
    x, y = LEFT + CELL * number + CELL // 2, TOP - 10
    return (
        f'<text x="{LEFT - 12}" y="{middle}" text-anchor="end" fill="#33475c">{TELLS[room]} '
        f'<tspan font-weight="bold" fill="#14263a">{room}</tspan></text>'
        f'<text transform="translate({x} {y}) rotate(-50)" fill="#14263a">{room}</text>'
    )


def cell(a: str, b: str) -> str:
    """The square where row `a` meets column `b`."""
    rooms = list(TELLS)
    x, y = LEFT + CELL * rooms.index(b), TOP + CELL * rooms.index(a)
    color = "#c9d3de" if a == b else "#f4f7fa"
    square = (
        f'<rect x="{x}" y="{y}" width="{CELL}" height="{CELL}" fill="{color}" stroke="#ffffff"/>'
    )
    if (a, b) not in edges():
        return square
    title = f"<title>{a} imports from {b}</title>"
    middle = CELL // 2
    return (
        f'{square}<circle cx="{x + middle}" cy="{y + middle}" r="9" fill="#2f6fb0">{title}</circle>'
    )


def figures() -> str:
    """How large the files are."""
    sizes = sorted(len(p.read_text(encoding="utf-8").splitlines()) for p in files())
    nine = sizes[int(len(sizes) * 0.9) - 1]
    return (
        f"{len(sizes)} files, {sum(sizes)} lines: median {statistics.median(sizes):g}, "
        f"nine in ten at most {nine}, largest {sizes[-1]}"
    )


if __name__ == "__main__":
    print(figures())
    for first, second in sorted(edges()):
        print(f"{first} -> {second}")
    if "--write" in sys.argv[1:]:
        PICTURE.write_text(svg(), encoding="utf-8")
