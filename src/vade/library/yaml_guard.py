"""What forbids loading a piece of YAML: seen from the parser's events, which build nothing.

The C loader crashes on deep nesting, and a merge-key bomb of 24 lines takes 23 s to load; the walk
over the events takes a fraction of a millisecond.
"""

from __future__ import annotations

import re

import yaml
from frontmatter.default_handlers import YAMLHandler

from vade.text import clean_line

__all__ = ["loaded", "problem_of"]

_MOST_BYTES = 64_000
_MOST_NODES = 5_000
_MOST_DEPTH = 8
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STRINGS = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Loads every scalar as a string: `on`, `1.10` and `12:30` stay what was written."""
_OPENERS = re.compile(r"[\[{]")
_UNSAFE = "front-matter-unsafe"
_INVALID = "front-matter-invalid"


def loaded(block: str) -> tuple[dict[object, object], tuple[str, str] | None]:
    """Load a mapping whose scalars are all strings, or say why not, as `problem_of` does."""
    problem = problem_of(block)
    if problem is not None:
        return {}, problem
    try:
        value = YAMLHandler().load(block, Loader=_STRINGS)
    except (yaml.YAMLError, ValueError, TypeError) as error:
        return {}, (_INVALID, _said(error))
    return (value, None) if isinstance(value, dict) else ({}, (_INVALID, "not a mapping"))


def problem_of(block: str) -> tuple[str, str] | None:
    """Return the code and the reason why `block` must not be loaded, or None."""
    if len(block.encode("utf-8", "surrogatepass")) > _MOST_BYTES:
        return _UNSAFE, "longer than 64 kB"
    if len(_OPENERS.findall(block)) > _MOST_NODES:
        return _UNSAFE, "too deep or too long"
    try:
        return _walk(block)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return _INVALID, _said(error)


def _walk(block: str) -> tuple[str, str] | None:
    depth = documents = 0
    for nodes, event in enumerate(yaml.parse(block, Loader=_LOADER)):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            return _UNSAFE, "anchors and aliases are not read"
        if getattr(event, "tag", None):
            return _UNSAFE, "tags are not read"
        documents += isinstance(event, yaml.DocumentStartEvent)
        if documents > 1:
            return _INVALID, "more than one document"
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _MOST_DEPTH or nodes > _MOST_NODES:
            return _UNSAFE, "too deep or too long"
    return None


def _said(error: Exception) -> str:
    problem = clean_line(str(getattr(error, "problem", None) or error))
    return "': ' in an unquoted value" if "mapping values" in problem else problem
