"""`python -m benchmarks [search relevance library tui start]`: measure, print, keep results."""

from __future__ import annotations

import sys
from importlib import import_module

from benchmarks.results import keep

NAMES = ("search", "relevance", "library", "tui", "start")
_MODULES = {"relevance": "benchmarks.relevance.__main__"}


def run(names: list[str]) -> None:
    """Run the named benchmarks one after the other; all without names."""
    for name in names or NAMES:
        section = import_module(_MODULES.get(name, f"benchmarks.{name}")).main()
        print(section, flush=True)
        keep(section)


if __name__ == "__main__":
    run(sys.argv[1:])
