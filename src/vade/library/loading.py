"""Files to a library: read what changed, merge the layers, give ids."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from vade.errors import VadeError
from vade.library.cache import Cache
from vade.library.catalogue import CATALOGUE
from vade.library.diagnostic import Diagnostic
from vade.library.library import Library
from vade.library.merging import Pair, merge
from vade.library.parsed import Parsed
from vade.library.reader import read
from vade.library.scan import Found, Scan

__all__ = ["load"]

Progress = Callable[[int, int], None]


def load(scan: Scan, cache: Path | None = None, progress: Progress | None = None) -> Library:
    """Read all files of a scan into one library. A file that cannot be read stops no other.

    Args:
        scan: What was found.
        cache: The file in which parsed files are kept between runs; None keeps nothing.
        progress: Called with files read and files in all.
    """
    kept = Cache(cache)
    known = kept.known(scan.files)
    problems = list(scan.diagnostics)
    pairs: list[Pair] = []
    fresh: dict[Found, Parsed] = {}
    for number, found in enumerate(scan.files, 1):
        parsed = known.get(found.path) or _read(found, problems)
        if parsed is not None:
            pairs.append((found, parsed))
            if found.path not in known:
                fresh[found] = parsed
        if progress is not None:
            progress(number, len(scan.files))
    if fresh:
        kept.keep(fresh, scan.files)
    documents, notes = merge(pairs)
    return Library(documents, (*problems, *notes), scan.stamp)


def _read(found: Found, problems: list[Diagnostic]) -> Parsed | None:
    try:
        return read(found)
    except VadeError as error:
        level = CATALOGUE["unreadable"].level
        problems.append(Diagnostic(found.path, 1, level, "unreadable", error.message))
        return None
