"""What a file is, and what it is called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from vade.library.blocks import Block
from vade.library.document import DocumentKind, Value
from vade.library.matter import FrontMatter, Note
from vade.text import clean_line

__all__ = ["identity_notes", "kind_of", "list_of", "stem_of", "text_of", "title_of"]

_ENDINGS = (".agent.md", ".instructions.md", ".prompt.md", ".chatmode.md", ".md", ".mdc",
            ".markdown", ".yml", ".yaml")  # fmt: skip
_OFF = {"false", "no", "off", "deny"}
_PLAIN_NAMES = {"readme.md", "agents.md", "claude.md", "changelog.md", "contributing.md"}


def kind_of(relative: str, front: FrontMatter) -> DocumentKind:
    """Tell a file's kind by its name, then its folder, then its front matter."""
    path = PurePosixPath(relative)
    name = path.name.casefold()
    folders = {part.casefold() for part in path.parts[:-1]}
    if name == "skill.md":
        return DocumentKind.SKILL
    if name.endswith(".agent.md"):
        return DocumentKind.AGENT
    if name.endswith((".instructions.md", ".prompt.md", ".mdc")) or name in _PLAIN_NAMES:
        return DocumentKind.PLAIN
    if "topics" in folders:
        return DocumentKind.TOPIC
    if "checklists" in folders:
        return DocumentKind.CHECKLIST
    skilled = "skills" in folders  # what lies beside a SKILL.md belongs to the skill
    described = "name" in front.values and "description" in front.values and not skilled
    inside = len(path.parts) > 1 and path.parts[-2].casefold() == "agents"
    return DocumentKind.AGENT if inside or described else DocumentKind.PLAIN


def stem_of(relative: str) -> str:
    """Return the name that a file without `name:` goes by."""
    path = PurePosixPath(relative)
    if path.name.casefold() == "skill.md" and path.parent.name:
        return clean_line(path.parent.name)
    ending = next((e for e in _ENDINGS if path.name.casefold().endswith(e)), "")
    return clean_line(path.name[: len(path.name) - len(ending)] or path.name)


def title_of(front: FrontMatter, blocks: Iterable[Block], relative: str) -> str:
    """Return the title: front matter, else the first top heading, else the name."""
    heading = (clean_line(b.text) for b in blocks if b.kind == "heading" and b.level == 1)
    return text_of(front, "title") or next(heading, "") or stem_of(relative)


def text_of(front: FrontMatter, key: str) -> str:
    """Return a front-matter value as one line; nothing where it is no text."""
    value = front.values.get(key, "")
    return clean_line(value) if isinstance(value, str) else ""


def list_of(front: FrontMatter, key: str) -> tuple[str, ...]:
    """Return a front-matter value as a list, however it was written.

    A text is cut at its commas, but for those inside brackets, else at its spaces; a mapping
    gives its keys, without those that it switches off (`write: false`).
    """
    value: Value = front.values.get(key, "")
    if isinstance(value, str):
        parts = _split(value, ",") if "," in value else _split(value, " ")
        return tuple(filter(None, (clean_line(part).strip("\"'") for part in parts)))
    if isinstance(value, tuple):
        return tuple(clean_line(part) for part in value if isinstance(part, str) and part.strip())
    return tuple(key for key, switch in value.items() if not _is_off(switch))


def identity_notes(kind: DocumentKind, front: FrontMatter) -> Iterator[Note]:
    """Say what is missing for a file of its kind."""
    if kind is DocumentKind.AGENT and not text_of(front, "description"):
        yield 1, "agent-no-description", "agent has no description"
    if kind is DocumentKind.AGENT and not text_of(front, "name"):
        yield 1, "agent-no-name", "agent has no name; the file's name is used"
    if kind is DocumentKind.TOPIC and not text_of(front, "summary"):
        yield 1, "topic-no-summary", "topic has no summary"


def _is_off(switch: Value) -> bool:
    return isinstance(switch, str) and switch.casefold() in _OFF


def _split(text: str, mark: str) -> list[str]:
    parts, depth = [""], 0
    for char in text.strip().removeprefix("[").removesuffix("]"):
        depth += (char in "({[") - (char in ")}]")
        if char == mark and depth <= 0:
            parts.append("")
        else:
            parts[-1] += char
    return parts
