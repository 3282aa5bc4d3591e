"""Evidence of a record, read back."""

from __future__ import annotations

import re
from urllib.parse import unquote

from vade.review.model import Evidence
from vade.review.record.escape import unescape
from vade.review.record.place import SHORT

__all__ = ["read_evidence"]

_LINK = re.compile(r"\[(?P<text>(?:\\.|[^\]\\])*)\]\((?P<target>[^)\s]*)\)(?P<tail>.*)", re.DOTALL)
_URL = re.compile(r"<?(?P<url>https?://[^\s<>]+)>?(?P<tail>.*)", re.IGNORECASE | re.DOTALL)
_BARE = re.compile(r"`?(?P<ref>[^`]*?\S)`?(?P<tail>,? at `[0-9a-f]+`|, working file)?\s*")
_LINES = re.compile(r"#L(?P<start>\d{1,9})(?:-L(?P<end>\d{1,9}))?$")
_PLACE = re.compile(r"(?P<path>.+?):(?P<start>\d{1,9})(?:-(?P<end>\d{1,9}))?")
_COMMIT = re.compile(r"at `([0-9a-f]{4,64})`")


def read_evidence(line: str, quote: str, commit: str) -> Evidence | None:
    """Return the evidence of a line of a record; None where it names none.

    Args:
        line: What stands behind the label.
        quote: The lines in the fence below it.
        commit: The review's own commit, which is written short.
    """
    line = line.strip()
    if found := _LINK.fullmatch(line):
        at = _commit(found["tail"], commit)
        path, start, end = _linked(unescape(found["text"]), found["target"])
        return Evidence(path, start, end, commit=at, quote=quote)
    if found := _URL.fullmatch(line):
        return Evidence(url=found["url"], commit=_commit(found["tail"], commit), quote=quote)
    if found := _BARE.fullmatch(line):
        path, start, end = _place(unescape(found["ref"]))
        return Evidence(path, start, end, commit=_commit(found["tail"] or "", commit), quote=quote)
    return None


def _linked(text: str, target: str) -> tuple[str, int | None, int | None]:
    lines = _LINES.search(target)
    if lines is None:
        whole = unquote(target).endswith(text)
        return (text, None, None) if whole else _place(text)
    start, end = int(lines["start"]), int(lines["end"] or lines["start"])
    said = str(Evidence("", start, end))
    return (text.removesuffix(said), start, end) if text.endswith(said) else _place(text)


def _place(text: str) -> tuple[str, int | None, int | None]:
    found = _PLACE.fullmatch(text)
    if found is None:
        return text, None, None
    start = int(found["start"])
    return found["path"], start, int(found["end"] or start)


def _commit(tail: str, own: str) -> str:
    found = _COMMIT.search(tail)
    if found is None:
        return ""
    short = len(found[1]) <= SHORT and own.startswith(found[1])
    return own if short else found[1]
