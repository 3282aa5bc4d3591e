"""Code to runs: what Pygments says of each token, as one of our roles."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from vade.tui.page.runs import Piece, Run, Runs, plain, slice_runs
from vade.tui.theme.roles import Role

if TYPE_CHECKING:
    from pygments.lexer import Lexer

__all__ = ["colored", "expanded", "highlight"]

_LIMIT = 100_000
"""Characters above which code is not highlighted."""
_ALIASES = {"env": "bash", "dotenv": "bash", "jsonc": "json", "mjs": "javascript"}
_ROLES: tuple[tuple[str, Role], ...] = (
    ("Token.Comment", Role.CODE_COMMENT),
    ("Token.Keyword.Type", Role.CODE_TYPE),
    ("Token.Keyword", Role.CODE_KEYWORD),
    ("Token.Operator.Word", Role.CODE_KEYWORD),
    ("Token.Literal.String", Role.CODE_STRING),
    ("Token.Literal.Number", Role.CODE_NUMBER),
    ("Token.Name.Function", Role.CODE_FUNCTION),
    ("Token.Name.Decorator", Role.CODE_FUNCTION),
    ("Token.Name.Class", Role.CODE_TYPE),
    ("Token.Name.Exception", Role.CODE_TYPE),
    ("Token.Name.Builtin", Role.CODE_FUNCTION),
    ("Token.Name.Tag", Role.CODE_KEYWORD),
    ("Token.Name.Attribute", Role.CODE_FUNCTION),
    ("Token.Generic.Inserted", Role.CODE_ADDED),
    ("Token.Generic.Deleted", Role.CODE_REMOVED),
    ("Token.Generic.Heading", Role.CODE_COMMENT),
)
"""The first prefix that fits names the role."""


def colored(runs: Runs, piece: Piece | None) -> Runs:
    """The runs of a line, the last of them in the colours of its code.

    A page is laid out without waiting for that; only what is painted is coloured.
    """
    if piece is None:
        return runs
    lines = highlight(piece.code, piece.language)
    line = lines[piece.number] if piece.number < len(lines) else ()
    inside = slice_runs(line, piece.start, piece.end)
    return (*runs[:-1], *inside) if plain(inside) == runs[-1].text else runs


def expanded(text: str) -> str:
    """Text with its tabs as spaces."""
    return text.replace("\t", "    ")


@lru_cache(maxsize=256)
def highlight(code: str, language: str) -> tuple[Runs, ...]:
    """Return the lines of `code`, each as runs."""
    lexer = _lexer(language) if language and len(code) <= _LIMIT else None
    if lexer is None:
        return tuple((Run(expanded(line), Role.CODE),) for line in code.split("\n"))
    lines: list[list[Run]] = [[]]
    for kind, text in lexer.get_tokens(code):
        role = _role(str(kind))
        head, *tail = text.split("\n")
        _push(lines[-1], head, role)
        for part in tail:
            lines.append([])
            _push(lines[-1], part, role)
    wanted = code.count("\n") + 1
    return tuple(tuple(line) for line in lines[:wanted])


def _push(line: list[Run], text: str, role: Role) -> None:
    if not text:
        return
    text = expanded(text)
    if line and line[-1].role is role:
        line[-1] = Run(line[-1].text + text, role)
    else:
        line.append(Run(text, role))


@lru_cache(maxsize=512)
def _role(kind: str) -> Role:
    return next((role for prefix, role in _ROLES if kind.startswith(prefix)), Role.CODE)


@lru_cache(maxsize=64)
def _lexer(language: str) -> Lexer | None:
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(_ALIASES.get(language, language), stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None
