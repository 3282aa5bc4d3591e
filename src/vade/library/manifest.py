"""A pack's manifest: `pack.toml` at its top, with its name, version, licence and oldest Vade."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass, replace
from pathlib import Path

from vade import __version__
from vade.library.catalogue import finding
from vade.library.diagnostic import Diagnostic
from vade.text import clean_line, kebab

__all__ = ["NAME", "Manifest", "read_manifest"]

NAME = "pack.toml"
_KEYS = ("name", "version", "license", "vade", "description")
_MOST_BYTES = 16_000
_OURS = "vade"
"""The bundled pack's name, which no other may take."""
_VERSION = re.compile(r"\d{1,9}(\.\d{1,9})*")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a pack says of itself; each field may be empty."""

    name: str = ""
    """In kebab-case: the pack's part of ids, wherever its folder lies and however it is called."""
    version: str = ""
    license: str = ""
    vade: str = ""
    """The oldest version of Vade that reads it as it is meant."""
    description: str = ""


def read_manifest(folder: Path) -> tuple[Manifest | None, tuple[Diagnostic, ...]]:
    """Return the manifest of the pack in `folder`, None where it has none, and what is wrong.

    A manifest that cannot be read keeps nobody from reading the pack.
    """
    path = folder / NAME
    try:
        seen = path.lstat()
    except OSError:
        return None, ()
    if not stat.S_ISREG(seen.st_mode) or seen.st_size > _MOST_BYTES:
        return None, (_invalid(path, "is no regular file of at most 16 kB"),)
    import tomllib  # noqa: PLC0415  # most packs have no manifest

    try:
        table = tomllib.loads(_content(path).decode("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        return None, (_invalid(path, f"cannot be read: {clean_line(str(error))}"),)
    texts = {key: table[key] for key in _KEYS if isinstance(table.get(key), str)}
    wrong = [key for key in _KEYS if key in table and key not in texts]
    found = Manifest(**{key: clean_line(text) for key, text in texts.items()})
    return _named(found), (
        *(_invalid(path, f"{k} takes text") for k in wrong),
        *_notes(path, found),
    )


def _content(path: Path) -> bytes:
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        return file.read(_MOST_BYTES)


def _named(found: Manifest) -> Manifest:
    name = kebab(found.name)
    return replace(found, name="" if name == _OURS else name)


def _notes(path: Path, found: Manifest) -> tuple[Diagnostic, ...]:
    notes = []
    if kebab(found.name) == _OURS:
        notes.append(_invalid(path, "the name vade is taken by the bundled pack"))
    if found.vade and not _VERSION.fullmatch(found.vade):
        notes.append(_invalid(path, "vade takes a version such as 1.2"))
    elif _numbers(found.vade) > _numbers(__version__):
        message = f"asks for Vade {found.vade}; this is {__version__}"
        notes.append(finding(path, 1, "manifest-newer", message))
    return tuple(notes)


def _numbers(version: str) -> tuple[int, ...]:
    whole = _VERSION.match(version)
    numbers = [int(part) for part in whole[0].split(".")] if whole else []
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def _invalid(path: Path, message: str) -> Diagnostic:
    return finding(path, 1, "manifest-invalid", message)
