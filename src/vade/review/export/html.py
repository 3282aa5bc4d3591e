"""One HTML file: readable, printable, light and dark, without a script or an outside request."""

from __future__ import annotations

import re
from html import escape
from importlib.resources import files

import pyromark
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from vade.review.model import Review
from vade.review.record.headings import groups
from vade.review.record.summary import GLYPHS, ends

__all__ = ["html", "prose"]

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_STRIKETHROUGH
)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)([^<>]*)>")
_PLAIN = frozenset(
    {"p", "em", "strong", "del", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "br", "h1"}
    | {"h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"}
)
_HREF = re.compile(r' href="(https?://[^"<>\s]*)"')
_PICTURE = re.compile(r' (src|alt)="([^"]*)"')
_ROUNDS = 4
"""Taking HTML out can uncover more; after this many rounds the text is shown as typed."""
_PRIVATE = range(0xE000, 0xF900)
"""Characters of no meaning, one of which stands for `<`; a text that has all is shown as typed."""


def html(review: Review) -> str:
    """Return a review as a page that stands alone."""
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    source = (files("vade.review.export") / "templates" / "review.html.j2").read_text("utf-8")
    glyphs = {state.value: glyph for state, glyph in GLYPHS.items()}
    return environment.from_string(source).render(
        review=review, groups=groups(review), ends=ends(review), glyphs=glyphs, prose=prose
    )


def prose(text: str) -> Markup:
    """Return Markdown that somebody typed as HTML; raw HTML in it is shown, never obeyed."""
    calm = text
    mark = next((chr(code) for code in _PRIVATE if chr(code) not in text), "")
    for _ in range(_ROUNDS if mark else 0):
        spans = _raw_html(calm)
        if not spans:
            rendered = pyromark.html(calm, options=_OPTIONS)
            safe = _TAG.sub(_allowed, rendered).replace(mark, "&lt;")
            return Markup(safe)  # noqa: S704
        calm = _shown(calm, spans, mark)
    return Markup("<pre>{}</pre>").format(text)


def _raw_html(text: str) -> list[tuple[int, int]]:
    """The byte ranges of raw HTML."""
    return [
        (where["start"], where["end"])
        for event, where in pyromark.events_with_range(text, options=_OPTIONS)
        if isinstance(event, dict) and {"Html", "InlineHtml"} & event.keys()
    ]


def _shown(text: str, spans: list[tuple[int, int]], mark: str) -> str:
    """The text with `mark` for every `<` that began raw HTML."""
    data = text.encode()
    for start, end in reversed(spans):
        data = data[:start] + data[start:end].replace(b"<", mark.encode()) + data[end:]
    return data.decode()


def _allowed(match: re.Match[str]) -> str:
    """A tag that Markdown makes, without its attributes; any other is shown as text."""
    close, name, rest = match.groups()
    if name in _PLAIN:
        return f"<{close}{name}>"
    if name == "a":
        href = _HREF.search(rest)
        return f'<a href="{href[1]}" rel="noreferrer">' if href else f"<{close}a>"
    if name == "input":
        return "☑ " if "checked" in rest else "☐ "
    if name == "img":
        return _picture(rest)
    return escape(match.group())


def _picture(attributes: str) -> str:
    """A picture as its words and its address: shown, it would be asked for from outside."""
    named = dict(_PICTURE.findall(attributes))
    return " ".join(filter(None, (named.get("alt"), f"({named.get('src', '')})")))
