"""The rooms of the house: who may import whom, and how large a file may grow."""

from __future__ import annotations

import ast
import statistics
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import vade

SOURCE = Path(vade.__file__).parent
FILES = sorted(SOURCE.rglob("*.py"))
GROUND = {"", "errors", "files", "modes", "paths", "plain_file", "programs", "settings", "text"}
MAY_IMPORT = {
    "library": GROUND,
    "project": GROUND,
    "search": GROUND | {"library"},
    "review": GROUND | {"library", "project"},
    "clipboard": GROUND,
    "editor": GROUND,
    "workspace": GROUND | {"library", "search", "review", "project"},
    "cli": GROUND
    | {"library", "search", "review", "project", "workspace", "clipboard", "editor", "tui"},
    "tui": GROUND | {"library", "search", "review", "project", "workspace", "clipboard", "editor"},
    "__main__": {"cli"},
}


def module_name(path: Path) -> str:
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in FILES}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path) -> frozenset[str]:
    """All modules that a file imports, wherever in it the import stands."""
    names: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(names)


def room(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def test_imports_go_one_way() -> None:
    strays = {}
    for module, path in MODULES.items():
        here = room(module)
        allowed = MAY_IMPORT.get(here, GROUND) | {here}
        strays[module] = {room(name) for name in imports(path) & MODULES.keys()} - allowed
    assert {module: rooms for module, rooms in strays.items() if rooms} == {}


def kept_elsewhere(here: str) -> set[str]:
    """The outside libraries that a room may not import."""
    kept = {"whoosh": {"search"}, "platformdirs": {"paths"}}
    below = {"library", "search", "review", "project"} | GROUND
    return {name for name, rooms in kept.items() if here not in rooms} | (
        {"textual", "rich", "click"} if here in below else set()
    )


def test_outside_libraries_stay_in_their_rooms() -> None:
    strays = {
        module: {name.split(".")[0] for name in imports(path)} & kept_elsewhere(room(module))
        for module, path in MODULES.items()
    }
    assert {module: libraries for module, libraries in strays.items() if libraries} == {}


def test_no_import_cycle() -> None:
    graph = {
        name: {i for i in top_level_imports(path) if i in MODULES and i != name}
        for name, path in MODULES.items()
    }
    assert list(TopologicalSorter(graph).static_order())


def top_level_imports(path: Path) -> set[str]:
    """What is imported when the module is: not in functions, not for types only."""
    names: set[str] = set()
    for node in tree(path).body:
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def test_files_are_small() -> None:
    sizes = sorted(len(p.read_text(encoding="utf-8").splitlines()) for p in FILES)
    assert statistics.median(sizes) <= 80
    assert sizes[int(len(sizes) * 0.9) - 1] <= 200
    assert sizes[-1] <= 300


def test_functions_are_short() -> None:
    long = {}
    for module, path in MODULES.items():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > 40:
                    long[f"{module}.{node.name}"] = lines
    assert long == {}
