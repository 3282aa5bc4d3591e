"""Where the records of a project lie."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from vade.errors import VadeError
from vade.settings import Settings

__all__ = ["records_folder"]


def records_folder(settings: Settings) -> str:
    """Return the folder of records, relative to the project root, with `/`.

    Raises:
        VadeError: the configuration names one outside the project.
    """
    given = settings.text("review.folder")
    place = PurePosixPath(given.replace("\\", "/"))
    if place.is_absolute() or ".." in place.parts or Path(given).is_absolute():
        hint = "review.folder in the configuration is relative to the project root"
        raise VadeError("lies outside the project", where=given, hint=hint)
    return str(place)
