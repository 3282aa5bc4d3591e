"""Our search beside SQLite FTS5, on the same entries, in turn.

`python -m benchmarks.search [1000 10000 100000]` prints the table and keeps it in RESULTS.md.
"""

from __future__ import annotations

import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.entries import library_of, real_library
from benchmarks.fresh import opening
from benchmarks.peers.fts5 import Fts5
from benchmarks.peers.plain_whoosh import PlainWhoosh
from benchmarks.results import keep
from benchmarks.traces import HOSTILE, keystrokes, phrases, several_words
from vade.library import Library
from vade.search import Search

__all__ = ["main"]

SIZES = (1_000, 10_000, 100_000)
ROUNDS = 7
_QUERIES = 120
_LIMIT = 60
_SMALL = 10_000
"""Up to here there are goals for opening and memory, and Whoosh alone builds too."""


@dataclass(frozen=True)
class Row:
    """One line of the table: what, ours, theirs, the goal, whether it holds."""

    what: str
    ours: str
    theirs: str
    ratio: float | None
    goal: str
    holds: bool | None

    def __str__(self) -> str:
        """Write it as a row of a Markdown table."""
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        held = "" if self.holds is None else "yes" if self.holds else "**no**"
        return f"| {self.what} | {self.ours} | {self.theirs} | {ratio} | {self.goal} | {held} |"


def main(sizes: Sequence[int] = SIZES) -> str:
    """Return the section of the results about search."""
    real = real_library()
    lines = ["## Search", "", _ABOUT.format(count=len(real.entries), rounds=ROUNDS)]
    tables = {}
    for size in sizes:
        tables[size] = measured(library_of(size, real))
        lines += ["", f"### {size:,} entries", "", _HEAD, "| --- | --- | --- | --- | --- | --- |"]
        lines += [str(row) for row in tables[size]]
    return "\n".join([*lines, *growth(tables)])


def growth(tables: Mapping[int, Sequence[Row]]) -> list[str]:
    """Return the lines of a table that sets our figures of all sizes beside each other."""
    sizes = [f"{size:,}" for size in tables]
    ours: dict[str, list[str]] = {
        what: [] for rows in tables.values() for what in (row.what for row in rows)
    }
    for what, shown in ours.items():
        for rows in tables.values():
            shown.append(next((row.ours for row in rows if row.what == what), ""))
    lines = ["", "### How cost grows", "", f"| Vade | {' | '.join(sizes)} |"]
    lines.append(f"| --- |{' --- |' * len(sizes)}")
    return lines + [f"| {what} | {' | '.join(shown)} |" for what, shown in ours.items()]


_ABOUT = """\
Bundled content and corpora, {count:,} entries, cut or multiplied by shuffling sections and lines.
FTS5 has a prefix index, bm25 with our column weights, and makes its snippets; both return 60 hits.
Each keystroke was asked of both in turn in {rounds} rounds; its time is the median of them in
processor time (all is in memory), as the machine was shared; p95 is over all keystrokes. Of a
build, the processor time of the busier process counts; its wall time is beside it. Deltas and
opening are wall time.

What makes the sides unlike: the first 1,000 entries are our own pages, with about three times as
much text each as the others; we index a page with all that is below it, FTS5 only its own text; and
while we lay out our table, a second process writes the Whoosh index. Of several words FTS5 asks for
all, "the" and "what" too, and often finds a handful; we leave those out, and where fewer than five
entries have the others, those with some follow, so we make more hits (33 on average, FTS5 12). The
last few words asked are still at hand, as in a box where one goes on typing. Whoosh alone, with
three fields and nothing for prefixes, takes longer to build than all of ours."""
_HEAD = "| | Vade | FTS5 | ratio | goal | holds |"


def measured(library: Library) -> list[Row]:
    """Return all rows for one library."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "index"
        ours, theirs = Search(place), Fts5(Path(folder) / "fts5.db")
        rows = _builds(library, ours, theirs)
        rows += _plain_build(library) if len(library.entries) <= _SMALL else []
        rows += _sizes(place, Path(folder) / "fts5.db")
        rows += _queries(library, ours, theirs)
        rows.append(_hostile(ours, len(library.entries)))
        rows += _alone(place, len(library.entries))
        rows.append(_delta(library, ours))
        theirs.close()
    return rows


def _builds(library: Library, ours: Search, theirs: Fts5) -> list[Row]:
    peer = _work(lambda: theirs.build(library.entries))
    children = _of_children()
    began, mine = time.perf_counter(), _work(lambda: ours.update(library))
    wall = time.perf_counter() - began
    mine = max(mine, _of_children() - children)
    speed = len(library.entries) / mine
    shown = f"{mine:.2f} s (wall {wall:.2f})"
    return [
        Row("full build", shown, f"{peer:.2f} s", mine / peer, "≤ 10", mine <= 10 * peer),
        Row("entries a second", f"{speed:,.0f}", "", None, "≥ 2,500", speed >= 2500),
    ]


def _plain_build(library: Library) -> list[Row]:
    """What Whoosh takes by itself, in memory and in one process: the floor of an index of it."""
    peer = _work(lambda: Fts5(":memory:").build(library.entries))
    plain = _work(lambda: PlainWhoosh().build(library.entries))
    shown = (f"{plain:.2f} s", f"{peer:.2f} s")
    return [Row("Whoosh alone, in memory", *shown, plain / peer, "", None)]


def _of_children() -> float:
    """Processor seconds of the processes that were started and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _sizes(place: Path, peer: Path) -> list[Row]:
    ours = sum(f.stat().st_size for f in place.rglob("*") if f.is_file()) / 1e6
    theirs = peer.stat().st_size / 1e6
    ratio = ours / theirs
    return [Row("index", f"{ours:.1f} MB", f"{theirs:.1f} MB", ratio, "≤ 3", ratio <= 3)]


def _queries(library: Library, ours: Search, theirs: Fts5) -> list[Row]:
    def typed(text: str) -> object:
        return ours.query(text, limit=_LIMIT, typing=True)

    def asked(text: str) -> object:
        return ours.query(text, limit=_LIMIT)

    words = several_words(library.entries, _QUERIES)
    pairs = phrases(library.entries, _QUERIES)
    keys = list(keystrokes())
    return [
        _compared("as you type", keys, typed, theirs.query, 1.0),
        _compared("several words", words, asked, theirs.query, 1.5),
        _compared("phrase", pairs, lambda text: asked(f'"{text}"'), theirs.phrase, 1.5),
    ]


def _compared(
    name: str,
    texts: Sequence[str],
    ours: Callable[[str], object],
    theirs: Callable[[str], object],
    goal: float,
) -> Row:
    mine: list[list[float]] = [[] for _ in texts]
    peer: list[list[float]] = [[] for _ in texts]
    for number in range(ROUNDS):
        for at, text in enumerate(texts):
            both = ((ours, mine), (theirs, peer))
            for ask, times in both if (at + number) % 2 else reversed(both):
                times[at].append(_work(lambda ask=ask, text=text: ask(text)))
    a, b = ([statistics.median(times) for times in each] for each in (mine, peer))
    ratio = p95(a) / p95(b)
    shown = [f"p50 {1e3 * statistics.median(t):.1f}, p95 {1e3 * p95(t):.1f} ms" for t in (a, b)]
    return Row(f"{name} ({len(texts)})", *shown, ratio, f"≤ {goal}", ratio <= goal)


def p95(values: Sequence[float]) -> float:
    """The value that 95 of 100 are not above."""
    return sorted(values)[max(0, -(-95 * len(values) // 100) - 1)]


def _hostile(ours: Search, count: int) -> Row:
    worst, which = 0.0, ""
    for text in HOSTILE:
        for typing in (True, False):
            runs = [
                _work(lambda t=text, y=typing: ours.query(t, limit=_LIMIT, typing=y))
                for _ in range(ROUNDS)
            ]
            if min(runs) > worst:
                worst, which = min(runs), text[:24]
    held = worst <= 0.05 if count <= _SMALL else None
    goal = "≤ 50 ms" if count <= _SMALL else ""
    name = f"worst of {len(HOSTILE)} hostile queries"
    return Row(name, f"{1e3 * worst:.1f} ms (`{which.strip()}`)", "", None, goal, held)


def _alone(place: Path, count: int) -> list[Row]:
    """What a process of its own needs to open the index and to search."""
    seen = opening(place)
    small = count <= _SMALL
    return [
        Row(
            "opening", f"{seen.opened:.1f} ms, first answer {seen.answered:.1f} ms", "", None,
            "≤ 30 ms" if small else "", seen.opened <= 30 if small else None,
        ),
        Row(
            "peak memory while searching", f"{seen.peak:.0f} MB", "", None,
            "≤ 120 MB" if small else "", seen.peak <= 120 if small else None,
        ),
    ]  # fmt: skip


def _delta(library: Library, ours: Search) -> Row:
    """From a file that was read to its first answer, the median of some files."""
    taken = []
    for number in range(5):
        documents = list(library.documents)
        old = documents[number * 7]
        word = f"zyxgloop{number}"
        first, *rest = old.entries
        changed = replace(first, body=f"{first.body}\n{word}")
        documents[number * 7] = replace(old, entries=(changed, *rest))
        library = Library(tuple(documents), (), f"{library.stamp}-{number}")
        _ = library.entries
        began = time.perf_counter()
        ours.update(library)
        found = ours.query(word)
        taken.append(time.perf_counter() - began)
        assert [hit.entry.id for hit in found.hits] == [changed.id]
    middle = 1e3 * statistics.median(taken)
    held = middle <= 100 if len(library.entries) <= _SMALL else None
    return Row("one changed file, found", f"{middle:.0f} ms", "", None, "≤ 100 ms", held)


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _work(work: Callable[[], object]) -> float:
    """Processor seconds: what a query takes where nobody else wants the core."""
    began = time.process_time()
    work()
    return time.process_time() - began


if __name__ == "__main__":
    section = main([int(size) for size in sys.argv[1:]] or SIZES)
    print(section)
    keep(section)
