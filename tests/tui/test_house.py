"""The house of the screens: small screens, sheets beside them, widgets that know no app."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import vade.tui

HOME = Path(vade.tui.__file__).parent
SCREENS = sorted((HOME / "screens").glob("*.py"))
WIDGETS = sorted((HOME / "widgets").glob("*.py"))


def classes(path: Path) -> list[ast.ClassDef]:
    return [n for n in ast.parse(path.read_text()).body if isinstance(n, ast.ClassDef)]


@pytest.mark.parametrize("path", SCREENS, ids=lambda path: path.stem)
def test_no_screen_has_more_than_twenty_methods(path: Path) -> None:
    for found in classes(path):
        methods = [n for n in found.body if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
        assert len(methods) <= 20, [m.name for m in methods]


@pytest.mark.parametrize("path", WIDGETS, ids=lambda path: path.stem)
def test_a_widget_reads_nothing_of_ours_from_the_app(path: Path) -> None:
    known = {"theme_changed_signal", "theme_variables", "size", "post_message"}
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "self.app":
            assert node.attr in known


@pytest.mark.parametrize("path", sorted((HOME / "screens").glob("*.tcss")), ids=lambda p: p.stem)
def test_every_style_sheet_stands_beside_its_screen_and_names_no_colour(path: Path) -> None:
    assert path.with_suffix(".py").exists()
    rules = [line for line in path.read_text().splitlines() if ":" in line]
    values = " ".join(rule.partition("{")[2] for rule in rules)
    assert "#" not in values
