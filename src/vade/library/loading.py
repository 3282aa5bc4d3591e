"""Files to a library: read what changed, merge the layers, give ids."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from vade.errors import VadeError
from vade.library.cache import Cache
from vade.library.catalogue import finding
from vade.library.decoding import NotTextError
from vade.library.diagnostic import Diagnostic
from vade.library.library import Library
from vade.library.merging import Pair, merge
from vade.library.parsed import Parsed
from vade.library.scan import Found, Scan
from vade.library.uncollected import uncollected

__all__ = ["load"]

Progress = Callable[[int, int], None]


def load(
    scan: Scan,
    cache: Path | None = None,
    progress: Progress | None = None,
    before: Mapping[Path, Parsed] | None = None,
) -> Library:
    """Read all files of a scan into one library. A file that cannot be read stops no other.

    Args:
        scan: What was found.
        cache: The file in which parsed files are kept between runs; None keeps nothing.
        progress: Called with files read and files in all.
        before: The files as an earlier library had them: one that broke since, as files do while
            they are being edited, keeps its entries from there and shows what is wrong now.
    """
    with uncollected():
        return _load(scan, Cache(cache), progress, before or {})


def _load(
    scan: Scan, kept: Cache, progress: Progress | None, before: Mapping[Path, Parsed]
) -> Library:
    known = kept.known(scan.files)
    problems = list(scan.diagnostics)
    pairs: list[Pair] = []
    fresh: dict[Found, Parsed] = {}
    for number, found in enumerate(scan.files, 1):
        now = known.get(found.path) or _read(found, problems)
        parsed = _last_good(now, before.get(found.path))
        if parsed is not None:
            pairs.append((found, parsed))
        if now is not None and found.path not in known:
            fresh[found] = now
        if progress is not None:
            progress(number, len(scan.files))
    if fresh:
        kept.keep(fresh)
    documents, notes = merge(pairs)
    read = {found.path: parsed for found, parsed in pairs}
    return Library(documents, (*problems, *notes), scan.stamp, read)


def _last_good(now: Parsed | None, before: Parsed | None) -> Parsed | None:
    """What stands for a file: itself, or its last good reading while it is broken.

    Broken is: unreadable, emptied, or with front matter that opens and never closes.
    """
    if before is None:
        return now
    if now is None:
        return before
    unclosed = any(code == "front-matter-unclosed" for _, code, _ in now.notes)
    emptied = len(now.drafts) == 1 and not now.drafts[0].body.strip() and len(before.drafts) > 1
    return replace(before, notes=now.notes) if unclosed or emptied else now


def _read(found: Found, problems: list[Diagnostic]) -> Parsed | None:
    from vade.library.reader import read  # noqa: PLC0415  # most runs find all files unchanged

    try:
        return read(found)
    except VadeError as error:
        code = "not-text" if isinstance(error, NotTextError) else "unreadable"
        problems.append(finding(found.path, 1, code, error.message))
        return None
