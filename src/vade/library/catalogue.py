"""Every kind of finding: its stable code, its level, what it means and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from vade.library.diagnostic import Diagnostic, Level

__all__ = ["CATALOGUE", "Explanation", "finding"]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What one code means."""

    level: Level
    meaning: str
    advice: str


_E, _W, _I = Level.ERROR, Level.WARNING, Level.INFO

CATALOGUE: Mapping[str, Explanation] = {
    "agent-no-description": Explanation(
        _E,
        "An agent has no description, so nothing can say when to use it.",
        "Add `description:` to its front matter, with the words that a task would use.",
    ),
    "agent-no-name": Explanation(
        _W,
        "A file in an agents folder has no name; the file's own name is used.",
        "Add `name:` to its front matter.",
    ),
    "checklist-empty": Explanation(
        _W,
        "A checklist page has no items.",
        "Write items as `- [ ] **Name**: what must hold`.",
    ),
    "control-character": Explanation(
        _I,
        "A control, bidirectional or invisible character was made visible.",
        "Remove it from the file; it could steer a terminal or hide text.",
    ),
    "fence-unclosed": Explanation(
        _W,
        "A code fence is opened and never closed; the rest of the file is taken as code.",
        "Close it with as many backticks as opened it.",
    ),
    "fence-nested": Explanation(
        _I,
        "A Markdown fence holds fences of its own length; other readers end it at the first one.",
        "Open and close the outer fence with four backticks.",
    ),
    "front-matter-duplicate": Explanation(
        _W, "A key stands twice in the front matter; the last one counts.", "Remove one of them."
    ),
    "front-matter-invalid": Explanation(
        _W,
        "The front matter is not valid YAML; the offending values were taken literally.",
        "Put the value in quotes.",
    ),
    "front-matter-unclosed": Explanation(
        _W,
        "The front matter is opened and never closed.",
        "Put a line of three dashes after its last key.",
    ),
    "front-matter-unsafe": Explanation(
        _W,
        "The front matter has anchors, aliases or tags, or is too deep or too long to load.",
        "Write plain keys and values.",
    ),
    "link-dead": Explanation(
        _W,
        "A link to another page of the library leads nowhere.",
        "Name a page that is there, or remove the link.",
    ),
    "link-folder": Explanation(
        _I,
        "A symbolic link to a folder was not followed; it could lead out, or in circles.",
        "Add the folder that it leads to as a pack: `vade library add`.",
    ),
    "link-outside": Explanation(
        _E,
        "A symbolic link leads out of the pack; it was not followed.",
        "Copy the file into the pack, or add its folder as a pack.",
    ),
    "manifest-invalid": Explanation(
        _W,
        "The pack's manifest, or a key of it, cannot be read; the pack is read without it.",
        "Write `pack.toml` as docs/packs.md shows.",
    ),
    "manifest-newer": Explanation(
        _W,
        "The pack asks for a newer Vade; it is read as well as this one can.",
        "Bring Vade up to date, or lower `vade` in `pack.toml`.",
    ),
    "name-taken": Explanation(
        _W,
        "Another document of the pack has the same name; this one is known by its path.",
        "Give one of the two another name.",
    ),
    "not-a-file": Explanation(
        _E,
        "Something with a Markdown name is no regular file; it was not opened.",
        "Remove it, or rename it.",
    ),
    "not-text": Explanation(
        _E,
        "Something with a Markdown name is a binary file, or text in UTF-16; it was not read.",
        "Save it as UTF-8, or rename it.",
    ),
    "not-utf-8": Explanation(
        _W,
        "The file is not UTF-8; what could not be read became a replacement character.",
        "Save it as UTF-8.",
    ),
    "pack-missing": Explanation(
        _W,
        "A pack that was added is not there any more.",
        "Bring the folder back, or run `vade library remove NAME`.",
    ),
    "skill-unresolved": Explanation(
        _W,
        "An agent names a skill that is in no pack.",
        "Add `skills/<name>/SKILL.md`, or correct the name.",
    ),
    "too-large": Explanation(_E, "The file is larger than 1 MB and was not read.", "Split it."),
    "too-many-parts": Explanation(
        _W,
        "The file has more parts than are read; its end is missing.",
        "Split it; wide tables count once for each cell.",
    ),
    "topic-no-summary": Explanation(
        _W,
        "A topic page has no summary, so lists show nothing beside its title.",
        "Add `summary:` to its front matter, in one line.",
    ),
    "unreadable": Explanation(_E, "The file or folder cannot be read.", "Check its permissions."),
    "yaml-checklist": Explanation(
        _E,
        "A YAML file in a checklists folder is no checklist that can be read.",
        "Write `title` and `sections`, or turn it into Markdown.",
    ),
}
"""Code to explanation, by name."""


def finding(path: Path, line: int, code: str, message: str) -> Diagnostic:
    """Return a finding at the level that its code has; `line` is 1-based.

    Raises:
        KeyError: there is no such code.
    """
    return Diagnostic(path, line, CATALOGUE[code].level, code, message)
