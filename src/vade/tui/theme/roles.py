"""What a piece of text is, and which theme variable colours it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["TOKENS", "Role", "Token"]


class Role(StrEnum):
    """The part a run of text plays on the screen."""

    TEXT = "text"
    MUTED = "muted"
    FAINT = "faint"
    TITLE = "title"
    HEADING = "heading"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    STRIKE = "strike"
    INLINE_CODE = "inline-code"
    LINK = "link"
    LABEL = "label"
    CHIP = "chip"
    KEY = "key"
    BRAND = "brand"
    PROVEN = "proven"
    OK = "ok"
    WARN = "warn"
    ERROR = "error"
    NA = "na"
    MATCH = "match"
    CURRENT_MATCH = "current-match"
    KIND_TOPIC = "kind-topic"
    KIND_PATTERN = "kind-pattern"
    KIND_CHECK = "kind-check"
    KIND_OTHER = "kind-other"
    CODE = "code"
    CODE_KEYWORD = "code-keyword"
    CODE_STRING = "code-string"
    CODE_NUMBER = "code-number"
    CODE_COMMENT = "code-comment"
    CODE_FUNCTION = "code-function"
    CODE_TYPE = "code-type"
    CODE_ADDED = "code-added"
    CODE_REMOVED = "code-removed"


@dataclass(frozen=True, slots=True)
class Token:
    """How a role looks: the names of theme variables, and its weight."""

    color: str = "foreground"
    fade: float = 0.0
    """How far the colour is blended into the background, before contrast is made sure of."""
    background: str = ""
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False


TOKENS: dict[Role, Token] = {
    Role.TEXT: Token(),
    Role.MUTED: Token(fade=0.34),
    Role.FAINT: Token(fade=0.48),
    Role.TITLE: Token(bold=True),
    Role.HEADING: Token("primary", bold=True),
    Role.STRONG: Token(bold=True),
    Role.EMPHASIS: Token(italic=True),
    Role.STRIKE: Token(fade=0.34, strike=True),
    Role.INLINE_CODE: Token("secondary"),
    Role.LINK: Token("primary", underline=True),
    Role.LABEL: Token("primary"),
    Role.CHIP: Token("secondary", background="panel"),
    Role.KEY: Token("accent"),
    Role.BRAND: Token("primary", bold=True),
    Role.PROVEN: Token("success"),
    Role.OK: Token("success"),
    Role.WARN: Token("warning"),
    Role.ERROR: Token("error"),
    Role.NA: Token(fade=0.34),
    Role.MATCH: Token("accent", bold=True, underline=True),
    Role.CURRENT_MATCH: Token("background", background="accent", bold=True),
    Role.KIND_TOPIC: Token("primary"),
    Role.KIND_PATTERN: Token("success"),
    Role.KIND_CHECK: Token("accent"),
    Role.KIND_OTHER: Token(fade=0.34),
    Role.CODE: Token(),
    Role.CODE_KEYWORD: Token("primary"),
    Role.CODE_STRING: Token("success"),
    Role.CODE_NUMBER: Token("accent"),
    Role.CODE_COMMENT: Token(fade=0.40, italic=True),
    Role.CODE_FUNCTION: Token("secondary"),
    Role.CODE_TYPE: Token("warning"),
    Role.CODE_ADDED: Token("success"),
    Role.CODE_REMOVED: Token("error"),
}
