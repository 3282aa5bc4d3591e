"""Forms that people write and CommonMark reads otherwise: mended for the outline, never counted.

Two of them: fences inside a Markdown fence of the same length, and unknown tags alone on a line
that stand for headings. The number of lines stays, so that every line keeps its number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vade.text import clean_line

__all__ = ["mended", "nested_fences"]

_FENCE = re.compile(r"^( {0,3})(`{3,}|~{3,})[ \t]*([^`\s]*)[^`]*$")
_MARKDOWN = re.compile(r"^ {0,3}(`{3,}|~{3,})[ \t]*(markdown|md)\b", re.IGNORECASE)
_TAG = re.compile(r"^[ \t]*<(/?)([A-Za-z][\w.-]*)>[ \t]*$")
_HTML = frozenset(
    {
        *("a", "article", "aside", "b", "blockquote", "body", "br", "button", "center", "code"),
        *("dd", "details", "div", "dl", "dt", "em", "figure", "footer", "form", "h1", "h2", "h3"),
        *("h4", "h5", "h6", "head", "header", "hr", "html", "i", "img", "input", "kbd", "li"),
        *("link", "main", "nav", "ol", "p", "picture", "pre", "script", "section", "small"),
        *("source", "span", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody"),
        *("td", "template", "th", "thead", "tr", "u", "ul", "video"),
    }
)


def mended(lines: Sequence[str]) -> list[str]:
    """Return the lines as they were meant; the same ones where nothing has to be mended."""
    return _headed(_widened(list(lines)))


def nested_fences(lines: Sequence[str]) -> list[int]:
    """Return the 1-based lines of Markdown fences that hold a fence of their own length."""
    return [start + 1 for start, _ in _nests(lines)]


def _widened(lines: list[str]) -> list[str]:
    """Make the outer fence of a nest longer than what it holds."""
    for start, end in _nests(lines):
        for number in (start, end):
            match = _FENCE.match(lines[number])
            if match:
                mark = match.group(2)
                lines[number] = lines[number].replace(mark, mark[0] * 12, 1)
    return lines


def _nests(lines: Sequence[str]) -> list[tuple[int, int]]:
    """The first and last lines of Markdown fences in which inner fences open and close.

    Nothing at all where that reading leaves a fence open: then CommonMark's reading stands.
    """
    nests: list[tuple[int, int]] = []
    if not any(_MARKDOWN.match(line) for line in lines if "`m" in line or "~m" in line):
        return nests
    number = 0
    while number < len(lines):
        match = _FENCE.match(lines[number])
        if match is None:
            number += 1
            continue
        markdown = match.group(3).lower() in ("markdown", "md")
        end, inner = _closing(lines, number, match.group(2), nesting=markdown)
        if end is None:
            return []
        if inner:
            nests.append((number, end))
        number = end + 1
    return nests


def _closing(
    lines: Sequence[str], start: int, mark: str, *, nesting: bool
) -> tuple[int | None, bool]:
    """The line that closes the fence opened at `start`, and whether fences stood inside."""
    depth, inner = 1, False
    for number in range(start + 1, len(lines)):
        match = _FENCE.match(lines[number])
        if match is None or match.group(2)[0] != mark[0] or len(match.group(2)) < len(mark):
            continue
        if not match.group(3):
            depth -= 1
        elif nesting:
            depth, inner = depth + 1, True
        if depth == 0:
            return number, inner
    return None, inner


def _headed(lines: list[str]) -> list[str]:
    """Turn unknown tags alone on a line into headings, and their ends into nothing."""
    if not any(_TAG.match(line) for line in lines if "<" in line):
        return lines
    fence = ""
    for number, line in enumerate(lines):
        match = _FENCE.match(line)
        if match and (not fence or (match.group(2).startswith(fence) and not match.group(3))):
            fence = "" if fence else match.group(2)
            continue
        tag = None if fence else _TAG.match(line)
        if tag and tag.group(2).lower() not in _HTML:
            name = clean_line(re.sub(r"[_.-]+", " ", tag.group(2)))
            lines[number] = "" if tag.group(1) else f"###### {name}"
    return lines
