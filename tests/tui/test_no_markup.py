"""Data is never markup: our sources hand text to Textual only where it is not parsed."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import vade.tui

FILES = sorted(Path(vade.tui.__file__).parent.rglob("*.py"))
PARSES = {"Static", "Label", "Button", "Option", "notify", "update", "from_markup", "Checkbox"}
"""Calls that take markup unless they are told not to."""
GIVEN_CONTENT = {"Content", "assemble"}


def is_safe(call: ast.Call) -> bool:
    """Whether a call's text is a literal, a `Content`, or `markup=False` is said."""
    if any(k.arg == "markup" and isinstance(k.value, ast.Constant) for k in call.keywords):
        return True
    if ast.unparse(call.func).endswith("index.update"):
        return True
    first = call.args[0] if call.args else None
    if first is None or isinstance(first, ast.Constant):
        return True
    return isinstance(first, ast.Call) and name_of(first) in GIVEN_CONTENT


def name_of(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_text_of_others_is_parsed_as_markup(path: Path) -> None:
    calls = [n for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.Call)]
    unsafe = [c.lineno for c in calls if name_of(c) in PARSES and not is_safe(c)]
    assert unsafe == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_colours_are_named_only_in_the_themes(path: Path) -> None:
    if path.name in {"themes.py", "palette.py"}:
        return
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            assert not re.fullmatch(r"#(?:[0-9a-fA-F]{3}){1,2}", node.value)
