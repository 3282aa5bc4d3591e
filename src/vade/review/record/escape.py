"""One line of text inside Markdown, such that it cannot mean anything, and back."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

__all__ = ["escape", "slug", "token", "unescape", "untoken"]

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&$#,!^]")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_UNSAFE_TOKEN = re.compile(r"[\s%<>`\"'\\\[\]]|--")
_NOT_IN_SLUG = re.compile(r"[^\w\- ]")


def escape(text: str) -> str:
    """Return one line with a backslash before all that Markdown would take for its own."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def unescape(text: str) -> str:
    """Return the line that `escape` was given; text that nobody escaped stays as it is."""
    return _ESCAPED.sub(r"\1", text)


def token(text: str) -> str:
    """Return text as one word that can stand in an HTML comment."""
    return _UNSAFE_TOKEN.sub(lambda m: "".join(_percent(c) for c in m.group()), text)


def untoken(word: str) -> str:
    """Return the text that `token` was given."""
    return unquote(word)


def slug(heading: str) -> str:
    """Return the anchor that GitHub gives a heading."""
    return quote(_NOT_IN_SLUG.sub("", heading.strip().lower()).replace(" ", "-"))


def _percent(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "surrogatepass"))
