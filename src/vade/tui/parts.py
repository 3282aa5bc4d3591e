"""What can be copied of an entry: its fences one by one, its bad twin, what differs."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from vade.library.entry import Entry, Fence, FenceRole, Kind
from vade.tui.source_comment import commented

__all__ = ["Part", "copyable", "difference", "face", "fill", "placeholders", "tabs"]

_PLACEHOLDER = re.compile(r"(?<!\$)\{\{ ?([A-Za-z][\w-]*) ?\}\}")
"""`{{name}}`. GitHub's `${{ … }}` and Helm's `{{ .Values }}` are code of their own."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some text of an entry."""

    label: str
    """What it is called among its siblings: `lua`, `✗ bad`, `± difference`."""
    text: str
    entry: Entry
    language: str = ""
    role: FenceRole = FenceRole.CODE

    @property
    def with_source(self) -> Part:
        """The same under a comment that names where it came from."""
        return replace(self, text=commented(self.text, self.language, self.entry))

    @property
    def what(self) -> str:
        """What a toast calls it."""
        return self.entry.title


def face(entry: Entry) -> Part | None:
    """Return the fence that a pattern is known by, or None where it has no code."""
    good = _good(entry)
    return Part(good[0].language or "text", good[0].code, entry, good[0].language) if good else None


def tabs(entry: Entry) -> tuple[Part, ...]:
    """Return the fences of a pattern, then the difference, its bad twins and its proofs."""
    good = _good(entry)
    bad = [f for f in entry.fences if f.role is FenceRole.BAD]
    parts = [Part(name, f.code, entry, f.language) for name, f in _named(good)]
    if good and bad:
        twin = next((f for f in good if f.language == bad[0].language), good[0])
        text = difference(bad[0].code, twin.code)
        parts.append(Part("± difference", text, entry, "diff", FenceRole.DIAGRAM))
    parts += [Part("✗ bad", f.code, entry, f.language, f.role) for f in bad]
    parts += [Part("◆ proof", f.code, entry, f.language, f.role) for f in entry.proofs()]
    return tuple(parts)


def copyable(entry: Entry, others: Sequence[Entry] = ()) -> tuple[Part, ...]:
    """Return what `y` may copy: the fences, else the patterns of the page, else the text.

    Args:
        entry: The entry that is open.
        others: What else stands in its file, where it stands for all of it.
    """
    fences = _fences(entry)
    if len(fences) > 1:
        return (Part("all of it", entry.code, entry, entry.language), *fences)
    inside = [part for other in others if other.kind is Kind.PATTERN for part in _fences(other)]
    return fences or tuple(replace(p, label=p.entry.title) for p in inside) or _text(entry)


def difference(bad: str, good: str) -> str:
    """Return a diff of all lines: what goes wrong with `-`, what is right with `+`."""
    lines = difflib.ndiff(bad.split("\n"), good.split("\n"))
    return "\n".join(line.rstrip() for line in lines if not line.startswith("?"))


def placeholders(text: str) -> tuple[str, ...]:
    """Return the names in `{{…}}`, each once, in order."""
    return tuple(dict.fromkeys(_PLACEHOLDER.findall(text)))


def fill(text: str, values: Mapping[str, str]) -> str:
    """Return `text` with its placeholders filled; an empty value leaves its own."""
    return _PLACEHOLDER.sub(lambda m: values.get(m.group(1), "") or m.group(), text)


def _good(entry: Entry) -> list[Fence]:
    return [f for f in entry.fences if f.role not in (FenceRole.BAD, FenceRole.PROOF)]


def _fences(entry: Entry) -> tuple[Part, ...]:
    code = [f for f in entry.fences if f.role is FenceRole.CODE]
    code = code or [f for f in entry.fences if f.role is FenceRole.TEMPLATE]
    return tuple(Part(name, f.code, entry, f.language) for name, f in _named(code))


def _named(fences: Sequence[Fence]) -> list[tuple[str, Fence]]:
    """Name fences by their languages, with a number where a language comes twice."""
    seen: dict[str, int] = {}
    named = []
    for fence in fences:
        name = fence.language or "text"
        seen[name] = seen.get(name, 0) + 1
        named.append((name if seen[name] == 1 else f"{name} {seen[name]}", fence))
    return named


def _text(entry: Entry) -> tuple[Part, ...]:
    text = entry.body or entry.summary
    return (Part("text", text, entry, "text"),) if text else ()
