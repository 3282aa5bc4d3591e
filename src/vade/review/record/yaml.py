"""Reading the YAML of a front matter that anybody may have edited: strings only, no surprises."""

from __future__ import annotations

from typing import Any

import yaml

from vade.errors import VadeError
from vade.text import clean_line

__all__ = ["read_mapping"]

_DEEPEST = 8
_LARGEST = 64_000


def read_mapping(text: str) -> tuple[dict[str, Any], dict[str, tuple[int, int]]]:
    """Return the mapping that `text` writes, all scalars as strings, and where each key stands.

    Returns:
        The mapping, and for each top-level key its first line and the line after its last.

    Raises:
        VadeError: it is no plain mapping; `where` is the line.
    """
    _check(text)
    try:
        node = yaml.compose(text, yaml.BaseLoader)
        value = yaml.load(text, yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise _refusal(error) from error
    if not isinstance(node, yaml.MappingNode) or not isinstance(value, dict):
        raise VadeError("the front matter is no list of keys", where="1")
    starts = [(str(key.value), key.start_mark.line) for key, _ in node.value]
    ends = [line for _, line in starts[1:]] + [text.count("\n") + 1]
    spans = {key: (line, end) for (key, line), end in zip(starts, ends, strict=True)}
    return {str(key): found for key, found in value.items()}, spans


def _check(text: str) -> None:
    """Refuse what no record needs, before anything is built from it."""
    if len(text) > _LARGEST:
        raise VadeError("the front matter is too long", where="1")
    depth = 0
    try:
        for event in yaml.parse(text, yaml.BaseLoader):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise VadeError("anchors are not read", where=_at(event))
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > _DEEPEST:
                raise VadeError("is nested too deeply", where=_at(event))
    except yaml.YAMLError as error:
        raise _refusal(error) from error


def _refusal(error: Exception) -> VadeError:
    mark = getattr(error, "problem_mark", None)
    said = clean_line(str(getattr(error, "problem", "") or error))
    line = str(mark.line + 1) if mark else "1"
    return VadeError(f"the front matter is not valid YAML: {said}", where=line)


def _at(event: yaml.Event) -> str:
    return str(event.start_mark.line + 1) if event.start_mark else "1"
