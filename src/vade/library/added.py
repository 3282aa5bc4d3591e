"""The packs that the user added: their names and folders in one small file; nothing is copied."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from vade.errors import NotFoundError, VadeError
from vade.files import write_whole
from vade.text import clean_line, quoted

__all__ = ["Added", "add", "added", "remove"]


@dataclass(frozen=True, slots=True)
class Added:
    """One pack of the user's, wherever it lies."""

    name: str
    path: Path


def added(register: Path) -> tuple[Added, ...]:
    """Return the packs in the file `register`; a file that is not there names none.

    Raises:
        VadeError: the file cannot be read.
    """
    try:
        value = json.loads(register.read_text(encoding="utf-8"))
        return tuple(Added(clean_line(p["name"]), Path(p["path"])) for p in value["packs"])
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, KeyError, TypeError) as error:
        hint = "Correct it, or remove it and add the packs again"
        raise VadeError("is no list of packs", where=str(register), hint=hint) from error


def add(register: Path, pack: Added) -> None:
    """Record a pack.

    Raises:
        VadeError: the name is taken by another folder.
    """
    packs = added(register)
    if pack in packs:
        return
    if any(pack.name == other.name for other in packs):
        hint = f"Remove it first: vade library remove {pack.name}"
        raise VadeError(f"a pack {pack.name!r} was added already", hint=hint)
    _write(register, (*packs, pack))


def remove(register: Path, name: str) -> Added:
    """Forget a pack by its name or path; its files stay where they are.

    Raises:
        NotFoundError: no pack of that name was added.
    """
    packs = added(register)
    found = next((p for p in packs if name in (p.name, str(p.path))), None)
    if found is None:
        listed = ", ".join(p.name for p in packs) or "none"
        raise NotFoundError(f"no added pack {quoted(name)}", hint=f"Added: {listed}")
    _write(register, tuple(p for p in packs if p is not found))
    return found


def _write(register: Path, packs: tuple[Added, ...]) -> None:
    value = {"vade": 1, "packs": [{"name": p.name, "path": str(p.path)} for p in packs]}
    try:
        write_whole(register, json.dumps(value, indent=1) + "\n")
    except OSError as error:
        raise VadeError(f"cannot be written: {error.strerror}", where=str(register)) from error
