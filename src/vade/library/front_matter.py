"""The YAML block at the head of a file: strict where well formed, else repaired."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml
from frontmatter.default_handlers import YAMLHandler

from vade.library.document import Value
from vade.text import clean, clean_line

__all__ = ["FrontMatter", "read_front_matter"]

_KEY = re.compile(r"^([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*))?$")
_MOST_BYTES = 64_000
_MOST_NODES = 5_000
_MOST_DEPTH = 8
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the block says, and where the body begins."""

    values: Mapping[str, Value] = field(default_factory=dict)
    state: str = "none"
    """`strict`, `repaired` or `none`."""
    body_line: int = 1
    """1-based line of the file on which the body begins."""
    findings: tuple[tuple[int, str, str], ...] = ()
    """Line, code and message of what was wrong."""


def read_front_matter(lines: list[str]) -> FrontMatter:
    """Read the block at the head of `lines`; a file without one has none and is fine."""
    if not lines or lines[0].rstrip() != "---":
        return FrontMatter()
    close = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in {"---", "..."}), 0)
    if not close:
        return _unclosed(lines)
    inner = lines[1:close]
    if not any(_KEY.match(line) for line in inner):
        return FrontMatter()
    values, problem = _strict("\n".join(inner))
    if problem is None:
        return FrontMatter(values, "strict", close + 2)
    message = f"front matter is not valid YAML ({problem}); values taken literally"
    return FrontMatter(_literal(inner), "repaired", close + 2, ((2, "yaml-invalid", message),))


def _unclosed(lines: list[str]) -> FrontMatter:
    last = 0
    for number, line in enumerate(lines[1:], 1):
        if not _KEY.match(line):
            break
        last = number
    if not last:
        return FrontMatter()
    message = f"front matter is never closed; read {last} keys up to line {last + 1}"
    finding = (1, "front-matter-unclosed", message)
    return FrontMatter(_literal(lines[1 : last + 1]), "repaired", last + 2, (finding,))


def _strict(block: str) -> tuple[dict[str, Value], str | None]:
    problem = _unsafe(block)
    if problem:
        return {}, problem
    try:
        loaded = YAMLHandler().load(block, Loader=_LOADER)
    except (yaml.YAMLError, ValueError) as error:
        return {}, _said(error)
    if not isinstance(loaded, dict):
        return {}, "not a mapping"
    return {clean_line(str(key)): _value(value) for key, value in loaded.items()}, None


def _unsafe(block: str) -> str | None:
    """Say what forbids loading the block; the parser's events cost little and build nothing."""
    if len(block) > _MOST_BYTES:
        return "longer than 64 kB"
    nodes = depth = 0
    try:
        for event in yaml.parse(block, Loader=yaml.SafeLoader):
            nodes += 1
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                return "anchors and aliases are not read"
            if getattr(event, "tag", None):
                return "tags are not read"
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > _MOST_DEPTH or nodes > _MOST_NODES:
                return "too deep or too long"
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return _said(error)
    return None


def _said(error: Exception) -> str:
    return clean_line(getattr(error, "problem", None) or str(error))


def _value(value: object) -> Value:
    if isinstance(value, dict):
        return {clean_line(str(key)): _value(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return tuple(_value(inner) for inner in value)
    return clean(str(value)) if value is not None else ""


def _literal(lines: list[str]) -> dict[str, Value]:
    """Take each top-level value as the text it is; indented lines belong to the key above."""
    values: dict[str, Value] = {}
    key = ""
    for line in lines:
        match = _KEY.match(line)
        if match:
            key = match.group(1)
            values[key] = clean((match.group(2) or "").strip().strip("\"'"))
        elif key and line.strip():
            before = values[key]
            item = clean(line.strip())
            if item.startswith("- "):
                listed = before if isinstance(before, tuple) else ()
                values[key] = (*listed, item[2:].strip().strip("\"'"))
            elif isinstance(before, str):
                values[key] = f"{before} {item}".strip()
    return values
