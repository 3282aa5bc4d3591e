"""Changing one key of config.toml and leaving the rest as the user wrote it."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

from vade.errors import VadeError
from vade.files import write_whole
from vade.settings import Settings

__all__ = ["put", "put_key"]


def put(path: Path, name: str, value: str | bool | None) -> Settings:
    """Set the key `name`, such as `ui.theme`, and return the new configuration.

    Args:
        path: The file; it need not exist.
        name: Dotted, as `vade config show` prints it.
        value: None takes the key out, so that its default holds again.

    Raises:
        VadeError: the file cannot be changed without changing more than this key.
    """
    table, _, key = name.rpartition(".")
    return _write(path, table, key, value)


def put_key(path: Path, binding: str, keys: str | None) -> Settings:
    """Map a binding's id to other keys, or to its own again. Raises `VadeError` as `put` does."""
    return _write(path, "keys", json.dumps(binding), keys)


def _write(path: Path, table: str, key: str, value: str | bool | None) -> Settings:
    try:
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        changed = _changed(text, table, key, value)
        _check(changed, table, key, value)
        write_whole(path, changed)
    except (OSError, UnicodeDecodeError) as error:
        raise VadeError(f"cannot be written: {error}", where=str(path)) from error
    except ValueError as error:
        hint = "Set it by hand: vade config edit"
        raise VadeError(f"{key} cannot be set there", where=str(path), hint=hint) from error
    return Settings.read(path)


def _check(text: str, table: str, key: str, value: str | bool | None) -> None:
    """Raise `ValueError` where the new text does not say what it should."""
    inside = tomllib.loads(text)
    for part in filter(None, table.split(".")):
        inside = inside.get(part, {})
    if inside.get(json.loads(key) if key.startswith('"') else key) != value:
        raise ValueError(key)


def _changed(text: str, table: str, key: str, value: str | bool | None) -> str:
    lines = text.split("\n") if text else []
    start, end = _span(lines, table)
    bare = re.escape(key.strip('"'))
    here = re.compile(rf"""\s*["']?{bare}["']?\s*=""")
    at = next((n for n in range(start, end) if here.match(lines[n])), None)
    new = [] if value is None else [f"{key} = {json.dumps(value, ensure_ascii=False)}"]
    if at is not None:
        lines[at : at + 1] = new
    elif new and start < 0:
        while lines and not lines[-1].strip():
            lines.pop()
        lines += [*([""] if lines else []), f"[{table}]", *new, ""]
    elif new:
        lines[start:start] = new
    return "\n".join(lines)


def _span(lines: list[str], table: str) -> tuple[int, int]:
    """The lines of a table, behind its header; (-1, -1) where it is not there."""
    heads = [n for n, line in enumerate(lines) if line.lstrip().startswith("[")]
    if not table:
        return 0, heads[0] if heads else len(lines)
    header = re.compile(rf"\s*\[\s*{re.escape(table)}\s*\]")
    start = next((n for n in heads if header.match(lines[n])), None)
    if start is None:
        return -1, -1
    return start + 1, next((n for n in heads if n > start), len(lines))
