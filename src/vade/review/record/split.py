"""The body of a record, cut into items and what stands between them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vade.review.record.blocks import Line, fence_end
from vade.review.record.escape import unescape, untoken
from vade.review.record.head_read import COMMENT, ITEM
from vade.review.record.labels import LABELLED

__all__ = ["Piece", "split"]

_HEADING = re.compile(r"##\s+(?P<title>.*?)(?:\s+#+)?\s*")
_NAMED = re.compile(r"<!--\s*vade checklist (?P<id>\S*)\s*-->\s*")
_OURS = re.compile(r"# Review of .*|\|.*|\*\*(?:Pass|Fail|Incomplete)\.\*\*.*")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_WRAPPED = 8
"""As many lines a first line may have been wrapped into."""
_BLOCK = re.compile(r"#{1,6} |>|[-*+] |\d{1,9}[.)] |```|~~~|\||<!--")


@dataclass
class Piece:
    """Some lines of the body that belong together."""

    kind: str
    """`item`, `heading`, `named` (which checklist the next heading is) or `loose`."""
    line: int
    text: str = ""
    """Of an item what stands behind the box, of a heading its title, of `named` the id."""
    box: str = " "
    lines: list[Line] = field(default_factory=list)
    """Of an item what stands under it, without indentation; of loose text the text."""


def split(lines: list[Line]) -> list[Piece]:
    """Cut the body of a record; every line that is not blank or ours is in some piece."""
    pieces: list[Piece] = []
    at, top = 0, True
    while at < len(lines):
        at = _take(lines, at, pieces, top=top)
        top = top and not (pieces and pieces[-1].kind == "item")
    return pieces


def _take(lines: list[Line], at: int, pieces: list[Piece], *, top: bool) -> int:
    line = lines[at]
    item = ITEM.match(line.text)
    if item:
        return _item(lines, at, item, pieces)
    if named := _NAMED.fullmatch(line.text):
        pieces.append(Piece("named", line.number, untoken(named["id"])))
    elif heading := _HEADING.fullmatch(line.text):
        pieces.append(Piece("heading", line.number, unescape(heading["title"])))
    elif line.text.strip() and not (top and _OURS.fullmatch(line.text)):
        return _loose(lines, at, pieces)
    return at + 1


def _item(lines: list[Line], at: int, found: re.Match[str], pieces: list[Piece]) -> int:
    indent = len(found["mark"])
    piece = Piece("item", lines[at].number, found["rest"] or "", found["box"])
    end = _item_end(lines, at + 1)
    inside = [Line(ln.number, _dedented(ln.text, indent)) for ln in lines[at + 1 : end]]
    piece.text, piece.lines = _whole_head(piece.text, inside)
    pieces.append(piece)
    return end


def _item_end(lines: list[Line], at: int) -> int:
    """An item goes on while lines are indented, wrapped, or begin one of its parts."""
    labelled = False
    for index in range(at, len(lines)):
        text, before = lines[index].text, lines[index - 1].text
        if not text.strip():
            continue
        if text.startswith((" ", "\t")) and not ITEM.match(text):
            labelled = False
            continue
        wrapped = bool(before.strip()) and not _BLOCK.match(text)
        quote = labelled and text.startswith(">")
        if LABELLED.match(text) or quote:
            labelled = True
        elif not wrapped:
            return index
    return len(lines)


def _dedented(text: str, indent: int) -> str:
    return text[min(indent, len(text) - len(text.lstrip(" "))) :]


def _whole_head(first: str, lines: list[Line]) -> tuple[str, list[Line]]:
    """The first line of an item, joined again where an editor wrapped it before the comment."""
    if COMMENT.search(first):
        return first, lines
    head = first
    for count, line in enumerate(lines[:_WRAPPED], 1):
        if not line.text.strip() or LABELLED.match(line.text) or line.text.startswith(">"):
            break
        head = f"{head} {line.text.strip()}"
        if COMMENT.search(head):
            return head, lines[count:]
    return first, lines


def _loose(lines: list[Line], at: int, pieces: list[Piece]) -> int:
    """Text that is no part of a review, up to the next piece; fences are taken whole."""
    end = at
    while end < len(lines) and not _begins_piece(lines[end].text):
        end = fence_end(lines, end) if _FENCE.match(lines[end].text) else end + 1
    taken = lines[at:end]
    while taken and not taken[-1].text.strip():
        taken.pop()
    pieces.append(Piece("loose", lines[at].number, lines=taken))
    return end


def _begins_piece(text: str) -> bool:
    return bool(ITEM.match(text) or _HEADING.fullmatch(text) or _NAMED.fullmatch(text))
