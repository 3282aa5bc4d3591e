"""Programs that are started: looked for on the PATH alone, never in the folder at hand."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from vade.paths import is_file

__all__ = ["is_place", "which"]

_WINDOWS_ENDINGS = (".exe", ".com")
"""Batch files are not among them: their shell would read commands out of a file's name."""


def which(name: str, env: Mapping[str, str]) -> str:
    """Return the program that `name` starts; empty where there is none.

    Windows looks into the working folder before the PATH, and so does `shutil.which` there: a
    project could bring a `git.exe` of its own. Folders of the PATH that are not absolute would
    lead there too, and are passed over. A name with a folder in it stands for itself.
    """
    if is_place(name):
        return name if _is_program(Path(name)) else ""
    places = (place.strip('"') for place in env.get("PATH", os.defpath).split(os.pathsep))
    folders = (Path(place) for place in places if Path(place).is_absolute())
    files = (folder / spelled for folder in folders for spelled in _spellings(name))
    return str(next(filter(_is_program, files), ""))


def is_place(name: str) -> bool:
    """Whether a program is named by where it lies, such as `./vim`, and not looked for."""
    return os.sep in name or bool(os.altsep and os.altsep in name)


def _spellings(name: str) -> tuple[str, ...]:
    if sys.platform != "win32" or name.lower().endswith(_WINDOWS_ENDINGS):
        return (name,)
    return tuple(f"{name}{ending}" for ending in _WINDOWS_ENDINGS)


def _is_program(path: Path) -> bool:
    return is_file(path) and os.access(path, os.X_OK)
