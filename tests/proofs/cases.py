"""The patterns of the topic pages as cases: a pattern, its bad twin, its proof."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from vade.library import load
from vade.library.entry import Entry, FenceRole, Kind
from vade.library.layers import Root
from vade.library.scan import scan

SUFFIXES = {
    "bash": "sh",
    "dockerfile": "dockerfile",
    "graphql": "graphql",
    "html": "html",
    "http": "http",
    "ini": "ini",
    "javascript": "js",
    "js": "js",
    "json": "json",
    "lua": "lua",
    "nginx": "conf",
    "prisma": "prisma",
    "python": "py",
    "redis": "redis",
    "sh": "sh",
    "sql": "sql",
    "systemd": "service",
    "text": "txt",
    "toml": "toml",
    "ts": "ts",
    "typescript": "ts",
    "yaml": "yaml",
}
TYPE_CHECKED_ONLY = ("mongoose",)
"""What has no server here: its TypeScript patterns are type-checked, and their pages say so."""


@dataclass(frozen=True)
class Case:
    """One pattern with all its fences, as files."""

    id: str
    topic: str
    title: str
    language: str
    files: tuple[tuple[str, str], ...]
    """File name and text: `pattern.py`, `bad.py`, `test_proof.py`."""
    place: str

    @property
    def hash(self) -> str:
        """What the badge is bound to: every file's name and text."""
        text = "\0".join(f"{name}\0{code}" for name, code in self.files)
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    @property
    def folder(self) -> str:
        """A folder name of its own."""
        return self.id.replace(":", "_").replace("/", "__")

    @property
    def runner(self) -> str:
        """`python`, `typescript`, `types` where it is only type-checked, or `none`."""
        names = {name for name, _ in self.files}
        if "test_proof.py" in names:
            return "python"
        if "proof.test.ts" in names:
            return "typescript"
        code = dict(self.files).get("pattern.ts", "")
        return "types" if any(f'"{name}"' in code for name in TYPE_CHECKED_ONLY) else "none"

    @property
    def typescript(self) -> bool:
        """Whether any of its files is TypeScript."""
        return any(name.endswith(".ts") for name, _ in self.files)


def cases(content: Path) -> list[Case]:
    """Read every pattern below `content`."""
    library = load(scan([Root("bundled", "vade", content)]))
    found = []
    for entry in library.entries:
        if entry.kind is Kind.PATTERN and "topics" in entry.path.parts:
            found.append(_case(entry))
    return found


def _case(entry: Entry) -> Case:
    files: dict[str, str] = {}
    for fence in entry.fences:
        stem = {FenceRole.BAD: "bad", FenceRole.PROOF: "proof"}.get(fence.role, "pattern")
        suffix = SUFFIXES.get(fence.language, fence.language or "txt")
        if stem == "proof":
            name = "test_proof.py" if suffix == "py" else f"proof.test.{suffix}"
        else:
            name = f"{stem}.{suffix}"
        number = 2
        while name in files:
            name = name.replace(".", f"{number}.", 1)
            number += 1
        files[name] = fence.code + "\n"
    return Case(
        id=entry.id,
        topic=entry.document,
        title=entry.title,
        language=entry.language,
        files=tuple(sorted(files.items())),
        place=entry.place,
    )
