"""What `vade paths --check` looks at: terminal, clipboard, editor, git, folders, packs, index."""

from __future__ import annotations

import os
import platform
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from vade.clipboard import taker
from vade.editor import chosen, words_of
from vade.errors import VadeError
from vade.library.diagnostic import Level
from vade.paths import Paths, exists
from vade.programs import which
from vade.settings import Settings
from vade.text import clean_line
from vade.workspace import Workspace

__all__ = ["Finding", "State", "examine", "look_at_streams"]


class State(StrEnum):
    """How well one thing is."""

    WELL = "well"
    NOTE = "note"
    """Vade works, but something is less than it could be."""
    BAD = "bad"
    """Something will fail."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    name: str
    state: State
    message: str
    """What was found, and what to do where it is not well."""


def examine(workspace: Workspace, streams: tuple[bool, str, str]) -> Iterator[Finding]:
    """Look at everything that Vade needs around it, and change nothing.

    Args:
        workspace: This run.
        streams: Whether standard input and output are a terminal, output's encoding, the platform.
    """
    env = workspace.env
    interactive, encoding, system = streams
    version = f"{platform.python_implementation()} {platform.python_version()} on {system}"
    yield Finding("python", State.WELL, version)
    yield _terminal(env, interactive=interactive)
    yield _encoding(encoding)
    yield _clipboard(env)
    yield _configuration(workspace)
    yield _editor(workspace)
    yield _git(workspace)
    yield from _folders(workspace.paths)
    try:
        yield _packs(workspace)
        yield _index(workspace)
    except VadeError as error:
        yield Finding("packs", State.BAD, f"not looked at: {error.message}")


def look_at_streams() -> tuple[bool, str, str]:
    """Return what `examine` wants to know of this process."""
    interactive = sys.stdin.isatty() and sys.stdout.isatty()
    return interactive, sys.stdout.encoding or "", sys.platform


def _terminal(env: Mapping[str, str], *, interactive: bool) -> Finding:
    name = clean_line(env.get("TERM", ""))
    if not interactive:
        return Finding("terminal", State.NOTE, "none here; the screens need one, commands do not")
    if name == "dumb":
        return Finding("terminal", State.NOTE, "TERM=dumb: use the commands, and `review walk`")
    colors = "true colour" if env.get("COLORTERM") in {"truecolor", "24bit"} else "256 colours"
    return Finding("terminal", State.WELL, f"{name or 'unnamed'}, {colors}")


def _encoding(encoding: str) -> Finding:
    if encoding.lower().replace("-", "") == "utf8":
        return Finding("encoding", State.WELL, "UTF-8")
    said = f"{encoding or 'unknown'}: signs are printed as escapes; set LANG=C.UTF-8"
    return Finding("encoding", State.NOTE, said)


def _clipboard(env: Mapping[str, str]) -> Finding:
    name = taker(env)
    if name:
        return Finding("clipboard", State.WELL, name)
    if env.get("TERM", "dumb") in {"dumb", "linux"}:
        return Finding("clipboard", State.NOTE, "none; install wl-copy, xclip or xsel")
    return Finding("clipboard", State.NOTE, "OSC 52: it is up to the terminal to accept it")


def _configuration(workspace: Workspace) -> Finding:
    path = clean_line(str(workspace.paths.settings))
    try:
        settings = workspace.settings
    except VadeError as error:
        return Finding("config", State.BAD, str(error))
    number = len(settings.values) + len(settings.keys)
    return Finding("config", State.WELL, f"{path}: {number} keys set" if number else "all defaults")


def _editor(workspace: Workspace) -> Finding:
    env = workspace.env
    try:
        settings = workspace.settings
    except VadeError:
        settings = Settings({})
    wanted = chosen(settings, env)
    if not wanted:
        return Finding("editor", State.NOTE, "none is set; set $VISUAL or $EDITOR")
    try:
        words = words_of(wanted)
    except VadeError:
        words = []
    if words and which(words[0], env):
        return Finding("editor", State.WELL, clean_line(wanted))
    return Finding("editor", State.BAD, f"{clean_line(wanted)} is not on the PATH")


def _git(workspace: Workspace) -> Finding:
    if not which("git", workspace.env):
        said = "not installed; records name no commit, and the gate cannot tell a stale one"
        return Finding("git", State.NOTE, said)
    facts = workspace.project.git
    if facts is None:
        return Finding("git", State.WELL, "installed; no repository here")
    if facts.notes:
        return Finding("git", State.NOTE, "; ".join(facts.notes))
    return Finding("git", State.WELL, f"{facts.branch or 'detached'} at {facts.head[:7]}")


def _folders(paths: Paths) -> Iterator[Finding]:
    named = {"config": paths.config, "data": paths.data, "state": paths.state, "cache": paths.cache}
    for name, folder in named.items():
        yield _folder(f"{name} folder", folder)


def _folder(name: str, folder: Path) -> Finding:
    shown = clean_line(str(folder))
    if exists(folder) and not folder.is_dir():
        return Finding(name, State.BAD, f"{shown} is no folder")
    there = next((f for f in (folder, *folder.parents) if exists(f)), None)
    if there is None:
        return Finding(name, State.BAD, f"{shown}: there is no such drive")
    if not os.access(there, os.W_OK | os.X_OK):
        return Finding(name, State.BAD, f"{shown} cannot be written: see {clean_line(str(there))}")
    return Finding(name, State.WELL, shown if there == folder else f"{shown}, made when needed")


def _packs(workspace: Workspace) -> Finding:
    library = workspace.library()
    levels = Counter(d.level for d in library.diagnostics)
    number = f"{len(library.documents)} documents, {len(library.entries)} entries"
    if levels[Level.ERROR]:
        said = f"{number}; {levels[Level.ERROR]} errors: `vade library check` names them"
        return Finding("packs", State.BAD, said)
    return Finding("packs", State.WELL, number)


def _index(workspace: Workspace) -> Finding:
    stamp = workspace.index.generations.stamp
    if not stamp:
        return Finding("index", State.NOTE, "not there; the first search builds it")
    if stamp != workspace.scan().stamp:
        return Finding("index", State.NOTE, "files have changed; the next search brings them in")
    return Finding("index", State.WELL, "up to date")
