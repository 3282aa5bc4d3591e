"""What was seen of a pattern when it was last run: its badge, bound to its text."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from vade.library.entry import Entry, FenceRole

__all__ = ["NOT_PROVEN", "Badge", "badge_of", "proof_files", "proof_hash", "read_badges"]

_SUFFIXES = {
    "bash": "sh",
    "javascript": "js",
    "nginx": "conf",
    "python": "py",
    "systemd": "service",
    "text": "txt",
    "typescript": "ts",
}


@dataclass(frozen=True, slots=True)
class Badge:
    """How far a pattern is proven."""

    state: str
    """`ran` or `not proven`."""
    hash: str = ""
    """Of the text that was proven; see `proof_hash`."""
    versions: Mapping[str, str] = field(default_factory=dict)
    """What it ran with."""

    def __str__(self) -> str:
        """`ran with fastapi 0.165.0, python 3.11.7`."""
        listed = ", ".join(f"{name} {version}" for name, version in self.versions.items())
        return f"{self.state} with {listed}" if listed else self.state


NOT_PROVEN = Badge("not proven")


def proof_files(entry: Entry) -> dict[str, str]:
    """Return a pattern's fences as the files that its proof finds: name to text."""
    files: dict[str, str] = {}
    for fence in entry.fences:
        stem = {FenceRole.BAD: "bad", FenceRole.PROOF: "proof"}.get(fence.role, "pattern")
        suffix = _SUFFIXES.get(fence.language, fence.language or "txt")
        name = f"{stem}.{suffix}"
        if stem == "proof":
            name = "test_proof.py" if suffix == "py" else f"proof.test.{suffix}"
        number = 2
        while name in files:
            name = f"{stem}{number}.{suffix}"
            number += 1
        files[name] = fence.code + "\n"
    return dict(sorted(files.items()))


def proof_hash(entry: Entry) -> str:
    """Return sixteen hex digits over the names and texts of a pattern's files."""
    text = "\0".join(f"{name}\0{code}" for name, code in proof_files(entry).items())
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def read_badges(path: Path) -> dict[str, Badge]:
    """Read `proofs.json`: entry id to badge. A file that cannot be read proves nothing."""
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))["proofs"]
        return {
            str(name): Badge(str(row["state"]), str(row["hash"]), dict(row["versions"]))
            for name, row in rows.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def badge_of(entry: Entry, badges: Mapping[str, Badge]) -> Badge:
    """Return the badge of a pattern; one whose text has changed since is not proven."""
    badge = badges.get(entry.id, NOT_PROVEN)
    return badge if badge.hash == proof_hash(entry) else NOT_PROVEN
