"""The unit that is searched, shown, copied and linked."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from vade.text import fingerprint

__all__ = ["Entry", "Fence", "FenceRole", "Guidance", "Kind"]


class Kind(StrEnum):
    """What an entry is."""

    TOPIC = "topic"
    """An expertise bullet, or a topic page as a whole."""
    PRINCIPLE = "principle"
    """A bullet of an approach."""
    PATTERN = "pattern"
    """A titled fence, with its text and its twins."""
    CHECK = "check"
    """An item of a checklist."""
    TRIGGER = "trigger"
    """A "when to use" line."""
    SECTION = "section"
    """A headed part of a document that is none of the above."""
    DOCUMENT = "document"
    """A file as a whole, where it is not a topic page."""


class FenceRole(StrEnum):
    """What a code fence of an entry is for."""

    CODE = "code"
    BAD = "bad"
    """The twin that goes wrong; its info string ends in `bad`."""
    PROOF = "proof"
    """The test that shows that the pattern works; its info string ends in `proof`."""
    DIAGRAM = "diagram"
    """An untagged drawing: a tree, boxes, a flow."""
    TEMPLATE = "template"
    """A Markdown fence: something to fill in."""


@dataclass(frozen=True, slots=True)
class Fence:
    """One code fence."""

    language: str
    """The first word of the info string in lower case; empty where there is none."""
    code: str
    """The content, without a final newline."""
    line: int
    """The 1-based line of the opening fence in its file."""
    role: FenceRole = FenceRole.CODE


@dataclass(frozen=True, slots=True)
class Guidance:
    """One labelled bullet under a check: Why, How to check, Bad, Good, Standard, Severity, …"""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One topic, principle, pattern, check, trigger, section or document."""

    id: str
    """`pack:document/section/entry` in kebab-case, unique in a library."""
    kind: Kind
    title: str
    body: str
    """The entry's Markdown source, cleaned and dedented; without `bad` and `proof` fences."""
    document: str
    """The document's part of the id: its name, on a collision its path."""
    pack: str
    path: Path
    """The absolute path of the file."""
    line: int
    """1-based line in the file where the entry begins."""
    end: int
    """1-based line where it ends, inclusive."""
    section: tuple[str, ...] = ()
    """The headings above the entry, outermost first, without the document's own title."""
    summary: str = ""
    """One plain line: the bullet's text, the page's summary, the sentence above a fence."""
    language: str = ""
    """The language of the first code fence."""
    area: str = ""
    """The area it belongs to: front matter `area`, else the expertise heading."""
    aliases: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    fences: tuple[Fence, ...] = ()
    guidance: tuple[Guidance, ...] = ()
    derived: bool = False
    """Whether a check was not written as a task item: a plain bullet or a table's row."""
    subject: str = field(default="")
    """The normalised title that joins one subject across documents."""

    @property
    def fingerprint(self) -> str:
        """Eight hex digits over title and body; see `vade.text.fingerprint`."""
        return fingerprint(f"{self.title}\n{self.body}")

    @property
    def code(self) -> str:
        """The code that `y` copies: all fences of role `code`, a blank line between two."""
        return "\n\n".join(f.code for f in self.fences if f.role is FenceRole.CODE)

    @property
    def is_whole(self) -> bool:
        """Whether it stands for its whole file, as a topic page or an agent does."""
        return "/" not in self.id

    @property
    def place(self) -> str:
        """`file:line`, as editors and compilers write it."""
        return f"{self.path}:{self.line}"

    def proofs(self) -> tuple[Fence, ...]:
        """The fences that prove this pattern."""
        return tuple(f for f in self.fences if f.role is FenceRole.PROOF)

    def hint(self, label: str) -> str:
        """The text of the guidance bullet called `label`, any case, or nothing."""
        wanted = label.casefold()
        return next((g.text for g in self.guidance if g.label.casefold() == wanted), "")
