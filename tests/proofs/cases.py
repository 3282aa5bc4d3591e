"""The patterns of the topic pages as cases: a pattern, its bad twin, its proof."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vade.library import load
from vade.library.entry import Entry, Kind
from vade.library.layers import Root
from vade.library.proofs import proof_files, proof_hash
from vade.library.scan import scan


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
    hash: str
    """What the badge is bound to."""

    @property
    def folder(self) -> str:
        """A folder name of its own."""
        return self.id.replace(":", "_").replace("/", "__")

    @property
    def runner(self) -> str:
        """`python`, `typescript` or `none`."""
        names = {name for name, _ in self.files}
        if "test_proof.py" in names:
            return "python"
        return "typescript" if "proof.test.ts" in names else "none"

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
    return Case(
        id=entry.id,
        topic=entry.document,
        title=entry.title,
        language=entry.language,
        files=tuple(proof_files(entry).items()),
        place=entry.place,
        hash=proof_hash(entry),
    )
