"""The only builder of paths: where Vade keeps things, and where its own pack lies."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

from vade.errors import VadeError
from vade.text import clean_line

__all__ = ["Paths", "bundled", "exists", "expanded", "is_dir", "is_file", "unpacked"]

_SITE = "site-packages"
"""What shiv, which makes `vade.pyz`, calls the folder with the modules."""


@dataclass(frozen=True, slots=True)
class Paths:
    """The four folders of the user, each overridable by an environment variable."""

    config: Path
    """`VADE_CONFIG_DIR`: config.toml, templates."""
    data: Path
    """`VADE_DATA_DIR`: packs of the user."""
    state: Path
    """`VADE_STATE_DIR`: reviews.db, stars, recent queries."""
    cache: Path
    """`VADE_CACHE_DIR`: the index and the parsed files; may be deleted at any time."""

    @classmethod
    def from_environment(cls, env: Mapping[str, str]) -> Paths:
        """Read the folders from `VADE_*_DIR`, else the platform's (XDG on Linux)."""
        dirs = PlatformDirs("vade", appauthor=False)
        return cls(
            config=_folder(env, "VADE_CONFIG_DIR", dirs.user_config_path),
            data=_folder(env, "VADE_DATA_DIR", dirs.user_data_path),
            state=_folder(env, "VADE_STATE_DIR", dirs.user_state_path),
            cache=_folder(env, "VADE_CACHE_DIR", dirs.user_cache_path),
        )

    @property
    def settings(self) -> Path:
        """The configuration file."""
        return self.config / "config.toml"

    @property
    def reviews(self) -> Path:
        """The database of reviews."""
        return self.state / "reviews.db"

    @property
    def marks(self) -> Path:
        """The file of stars and recently opened entries."""
        return self.state / "marks.json"

    @property
    def packs(self) -> Path:
        """The folder whose subfolders are the user's packs."""
        return self.data / "packs"

    @property
    def added(self) -> Path:
        """The file that names the packs added by `vade library add`."""
        return self.data / "packs.json"

    @property
    def index(self) -> Path:
        """The folder of index generations."""
        return self.cache / "index"

    @property
    def parsed(self) -> Path:
        """The cache of parsed files."""
        return self.cache / "parsed.db"


def bundled() -> Path:
    """Return the folder that holds our own `agents/` and `content/`.

    In a wheel they lie inside the package; in a checkout, at the top of the repository.
    """
    package = Path(__file__).resolve().parent
    inside = package / "_bundled"
    return inside if inside.is_dir() else package.parents[1]


def unpacked() -> Path | None:
    """Return the folder into which `vade.pyz` unpacks itself; None where Vade is installed."""
    site = Path(__file__).resolve().parents[1]
    return site.parent.parent if "_bootstrap" in sys.modules and site.name == _SITE else None


def exists(path: Path) -> bool:
    """Whether something is at `path`; what may not be looked at or is too long a name is not."""
    try:
        return path.exists()
    except OSError:
        return False


def is_dir(path: Path) -> bool:
    """Whether a folder is at `path`; what may not be looked at or is too long a name is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_file(path: Path) -> bool:
    """Whether a file is at `path`; what may not be looked at or is too long a name is none."""
    try:
        return path.is_file()
    except OSError:
        return False


def expanded(given: str | Path) -> Path:
    """Return `given` with `~` and `~user` replaced by the home folder they stand for.

    Raises:
        VadeError: there is no such user.
    """
    try:
        return Path(given).expanduser()
    except RuntimeError as error:
        hint = "Write the whole path; for a folder of this very name, begin with ./"
        raise VadeError("no such home folder", where=clean_line(str(given)), hint=hint) from error


def _folder(env: Mapping[str, str], name: str, default: Path) -> Path:
    given = env.get(name, "")
    return expanded(given).absolute() if given else default
