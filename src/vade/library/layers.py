"""Which folders are read, and which of two documents of one name wins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from vade.errors import VadeError
from vade.library.added import Added, added
from vade.library.manifest import read_manifest
from vade.paths import Paths, bundled, expanded, is_dir, is_file
from vade.text import clean_line, kebab

__all__ = ["LAYERS", "MARKDOWN", "YAML", "Root", "pack_at", "pack_name", "roots"]

MARKDOWN = (".md", ".mdc", ".markdown")
"""How the names of Markdown files end."""

YAML = (".yml", ".yaml")
"""How the names of YAML files end; of these only checklists are read."""

LAYERS = ("bundled", "user", "project", "given")
"""Lowest first: a document of a higher layer replaces one of the same kind and name."""

_HOME_FOLDERS = (".claude/agents", ".claude/skills")
_PROJECT_FOLDERS = (".vade", ".claude/agents", ".claude/skills", ".github/agents", ".agent")


@dataclass(frozen=True, slots=True)
class Root:
    """One folder, or one file, that is read."""

    layer: str
    pack: str
    path: Path


def pack_name(path: Path) -> str:
    """Return a pack's name: its manifest's, else the folder's without its dot, a file's stem.

    `agents` and `skills` inside a dot folder carry that one's name: `.claude/agents` is `claude`.
    """
    if path.name in {"agents", "skills"} and path.parent.name.startswith("."):
        return pack_name(path.parent)
    manifest, _ = read_manifest(path)
    if manifest is not None and manifest.name:
        return manifest.name
    name = path.stem if path.suffix.lower() in MARKDOWN else path.name
    return kebab(name.lstrip(".")) or "pack"


def pack_at(text: str, cwd: Path, name: str = "") -> Added:
    """Return the pack in the folder or file that a user named.

    Args:
        text: A path, from `cwd`, from home with `~`, or a whole one.
        cwd: Where the user stands.
        name: The pack's name; else its manifest's or its folder's.

    Raises:
        VadeError: nothing is there, or a file without Markdown, or the path is none.
    """
    try:
        path = (cwd / expanded(text)).resolve()
        there = path.exists()
    except (OSError, RuntimeError, ValueError) as error:
        raise VadeError("is no path", where=clean_line(text)) from error
    if not there:
        raise VadeError("no such file or folder", where=clean_line(str(path)))
    if not is_dir(path) and not path.name.lower().endswith(MARKDOWN):
        hint = "A pack is a folder, or one Markdown file"
        raise VadeError("is no pack", where=clean_line(str(path)), hint=hint)
    return Added(clean_line(name) or pack_name(path), path)


def roots(
    paths: Paths,
    project_root: Path,
    given: Iterable[Path] = (),
    only: bool = False,
) -> tuple[Root, ...]:
    """Return all that is read here, lowest layer first.

    Args:
        paths: The user's folders.
        project_root: The project that the user stands in.
        given: The packs named on the command line.
        only: Whether those hide all others.
    """
    named = [Root("given", pack_name(path), path) for path in given]
    return tuple(named if only else [*_standing(paths, project_root), *named])


def _standing(paths: Paths, project_root: Path) -> Iterator[Root]:
    yield from (Root("bundled", "vade", bundled() / name) for name in ("agents", "content"))
    yield from _own_packs(paths.packs)
    for pack in added(paths.added):
        yield Root("user", pack.name, pack.path)
    yield from _present("user", Path.home(), _HOME_FOLDERS)
    if project_root != Path.home():
        yield from _present("project", project_root, _PROJECT_FOLDERS)


def _own_packs(folder: Path) -> Iterator[Root]:
    """What lies in the folder of packs, but for files that are no Markdown.

    A folder that cannot be read is named itself: the look at its files says so.
    """
    try:
        found = sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError:
        yield Root("user", folder.name, folder)
        return
    for path in found:
        if path.name.lower().endswith(MARKDOWN) or not is_file(path):
            yield Root("user", pack_name(path), path)


def _present(layer: str, base: Path, names: Iterable[str]) -> Iterator[Root]:
    for name in names:
        path = base / name
        if is_dir(path):
            yield Root(layer, pack_name(path), path)
