"""The user's configuration: one TOML file, every key known by name."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from vade.errors import VadeError
from vade.text import clean_line, quoted

__all__ = ["KEYS", "Key", "Settings"]


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the configuration."""

    name: str
    """Dotted, as `vade config show` prints it."""
    default: str | bool | int
    meaning: str
    choices: tuple[str, ...] = ()


KEYS: tuple[Key, ...] = (
    Key("reviewer", "", "Who reviews; empty: git's user.name, else $USER."),
    Key("editor", "", "The editor's command; empty: $VISUAL, then $EDITOR."),
    Key("review.folder", "docs/reviews", "Where records go, relative to the project root."),
    Key(
        "review.fail-on",
        "minor",
        "The lightest severity that closes the gate.",
        ("critical", "major", "minor", "note"),
    ),
    Key("ui.theme", "", "The theme's name; empty: follow the terminal's background."),
    Key("ui.keys", "default", "Keys for moving about.", ("default", "vim", "emacs")),
    Key("ui.line-numbers", False, "Whether code is shown with line numbers."),
    Key("ui.hint", True, "Whether the first-run hint may appear."),
    Key(
        "search.history",
        True,
        "Whether queries that led to an entry are kept in the state folder.",
    ),
)
"""Every key but those of `[keys]`, which maps a binding's id to a key."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The configuration in force."""

    values: Mapping[str, str | bool | int] = field(default_factory=dict)
    """Dotted name to value, only what the file sets."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Binding id to key, from `[keys]`."""

    @classmethod
    def read(cls, path: Path) -> Settings:
        """Read `path`; a file that is not there is an empty configuration.

        Raises:
            VadeError: the file cannot be read, is no TOML, or has a key or value that is unknown.
        """
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except FileNotFoundError:
            return cls()
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise VadeError(f"cannot be read: {clean_line(str(error))}", where=str(path)) from error
        keys = table.pop("keys", {})
        if not isinstance(keys, dict) or not all(isinstance(v, str) for v in keys.values()):
            raise VadeError("[keys] maps a binding's id to a key", where=str(path))
        return cls(_checked(_flat(table), path), keys)

    def __getitem__(self, name: str) -> str | bool | int:
        """Return the value of the key `name`, else its default."""
        return self.values.get(name, _default(name))

    def text(self, name: str) -> str:
        """Return the value of a key that holds text."""
        return str(self[name])

    def flag(self, name: str) -> bool:
        """Return the value of a key that holds yes or no."""
        return bool(self[name])


def _default(name: str) -> str | bool | int:
    return next(k.default for k in KEYS if k.name == name)


def _flat(table: Mapping[str, object], prefix: str = "") -> dict[str, object]:
    flat: dict[str, object] = {}
    for name, value in table.items():
        if isinstance(value, dict):
            flat |= _flat(value, f"{prefix}{name}.")
        else:
            flat[f"{prefix}{name}"] = value
    return flat


def _checked(flat: Mapping[str, object], path: Path) -> dict[str, str | bool | int]:
    known = {k.name: k for k in KEYS}
    checked: dict[str, str | bool | int] = {}
    for name, value in flat.items():
        key = known.get(name)
        if key is None:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f"Did you mean {near[0]}?" if near else "See `vade config show` for all keys"
            raise VadeError(f"unknown key {quoted(name)}", where=str(path), hint=hint)
        checked[name] = _typed(key, value, path)
    return checked


def _typed(key: Key, value: object, path: Path) -> str | bool | int:
    if not isinstance(value, type(key.default)):
        wanted = {str: "text", bool: "true or false", int: "a number"}[type(key.default)]
        raise VadeError(f"{key.name} takes {wanted}", where=str(path))
    if key.choices and value not in key.choices:
        raise VadeError(f"{key.name} takes one of {', '.join(key.choices)}", where=str(path))
    return value
