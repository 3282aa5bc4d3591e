"""The ids of all bindings: what `[keys]` in the configuration may name."""

from __future__ import annotations

import importlib
import pkgutil

from textual.binding import Binding
from textual.dom import DOMNode

import vade.tui.screens
import vade.tui.widgets
from vade.tui.verbs.catalogue import VERBS

__all__ = ["binding_ids"]


def binding_ids() -> frozenset[str]:
    """Return the id of every binding of ours."""
    found = {b.id for verb in VERBS for b in verb.bindings()}
    for package in (vade.tui.screens, vade.tui.widgets):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for node in vars(importlib.import_module(module.name)).values():
                if isinstance(node, type) and issubclass(node, DOMNode):
                    bindings = node.__dict__.get("BINDINGS", ())
                    found |= {b.id for b in bindings if isinstance(b, Binding)}
    return frozenset(name for name in found if name)
