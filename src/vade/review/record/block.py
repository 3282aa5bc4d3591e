"""Text of several lines inside an item: in a quote it cannot leave its place."""

from __future__ import annotations

import re

from pyromark import Options, events

__all__ = ["fence_for", "is_plain", "quoted", "reaches_out"]

_OPTIONS = (
    Options.ENABLE_TABLES
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_FOOTNOTES
)
_MAYBE_HTML = re.compile(r"<[A-Za-z/!?]")
_DEFINITION = re.compile(r"^[\s>*+\-\d.)]*\[[^\n]*\]:", re.MULTILINE)
_PLAIN_LINE = re.compile(r"[^\W\d_](?:.*\S)?")
_TICKS = re.compile(r"`+")


def quoted(text: str) -> list[str]:
    """Return text as the lines of a quote; taking `> ` off gives the same text."""
    return [f"> {line}" if line else ">" for line in text.split("\n")]


def fence_for(text: str) -> str:
    """Return a fence that is longer than any run of backticks in `text`."""
    longest = max((len(run) for run in _TICKS.findall(text)), default=0)
    return "`" * max(3, longest + 1)


def reaches_out(text: str) -> bool:
    """Whether a quote alone would not hold the text.

    HTML can close the elements around it, or open a comment that swallows what follows; link and
    footnote definitions count for the whole page.
    """
    if _DEFINITION.search(text):
        return True
    return bool(_MAYBE_HTML.search(text)) and any(
        _is_html(e) for e in events(text, options=_OPTIONS)
    )


def is_plain(text: str) -> bool:
    """Whether the text is a paragraph of words that can stand without a quote."""
    lines = text.split("\n")
    return all(_PLAIN_LINE.fullmatch(line) for line in lines) and not reaches_out(text)


def _is_html(event: object) -> bool:
    if isinstance(event, dict):
        return bool({"Html", "InlineHtml"} & event.keys()) or event.get("Start") == "HtmlBlock"
    return event == "HtmlBlock"
