"""All packs in force here, merged, with one id per entry."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from vade.errors import NotFoundError, VadeError
from vade.library.diagnostic import Diagnostic
from vade.library.document import Document, DocumentKind
from vade.library.draft import subject_of
from vade.library.entry import Entry, Kind
from vade.text import fingerprint, kebab, quoted

if TYPE_CHECKING:
    from vade.library.parsed import Parsed  # with it come the readers, which a search needs not

__all__ = ["AmbiguousError", "ChecklistSource", "Library"]

_PAGES = (DocumentKind.TOPIC, DocumentKind.CHECKLIST)
_CHECKLISTS = "`vade review start --list`"


class AmbiguousError(VadeError):
    """More than one entry answers to the name."""

    def __init__(self, ref: str, candidates: Sequence[str]) -> None:
        """Name the candidates."""
        listed = "\n".join(f"  {candidate}" for candidate in candidates)
        super().__init__(f"{quoted(ref)} is ambiguous. Write more of one of these:\n{listed}")
        self.candidates = tuple(candidates)


@dataclass(frozen=True, slots=True)
class ChecklistSource:
    """The checks under one heading of one document: what a review walks."""

    id: str
    """`pack:document/section`."""
    title: str
    document: str
    entries: tuple[Entry, ...]

    @property
    def page(self) -> str:
        """The id of the document that it stands in."""
        return self.id.partition("/")[0]

    @property
    def fingerprint(self) -> str:
        """Eight hex digits over the items' own fingerprints, in order."""
        return fingerprint(" ".join(entry.fingerprint for entry in self.entries))


@dataclass(frozen=True)
class Library:
    """Documents and entries, by id and by subject."""

    documents: tuple[Document, ...]
    diagnostics: tuple[Diagnostic, ...]
    stamp: str
    parsed: Mapping[Path, Parsed] = field(default_factory=dict, repr=False)
    """Each file as it was read, for the next load."""

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All entries in the order of the packs and files."""
        return tuple(entry for document in self.documents for entry in document.entries)

    @cached_property
    def _by_id(self) -> dict[str, Entry]:
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def _documents_by_id(self) -> dict[str, Document]:
        return {document.id: document for document in self.documents}

    @cached_property
    def _documents_by_path(self) -> dict[Path, Document]:
        return {document.path: document for document in reversed(self.documents)}

    @cached_property
    def _by_subject(self) -> dict[str, list[Entry]]:
        return _joined(self.entries, lambda entry: entry.subject)

    @cached_property
    def _by_title(self) -> dict[str, list[Entry]]:
        return _joined(self.entries, lambda entry: subject_of(entry.title))

    def get(self, entry_id: str) -> Entry | None:
        """Return the entry of this very id."""
        return self._by_id.get(entry_id)

    def document(self, document_id: str) -> Document | None:
        """Return the document of this very id."""
        return self._documents_by_id.get(document_id)

    def document_at(self, path: Path) -> Document | None:
        """Return the document that was read from this very file."""
        return self._documents_by_path.get(path)

    def find(self, ref: str) -> Entry:
        """Return the entry whose id is `ref` or ends in it; a page of that name goes first.

        Raises:
            NotFoundError: none does.
            AmbiguousError: several do.
        """
        exact = self.get(ref)
        if exact is not None:
            return exact
        found = [e for e in self.entries if _ends_in(e.id, ref)]
        pages = [e for e in found if e.id.partition(":")[2] == ref]
        if len(found) == 1 or len(pages) == 1:
            return (pages or found)[0]
        if found:
            raise AmbiguousError(ref, [e.id for e in found])
        raise NotFoundError(f"no entry {quoted(ref)}", hint=self._near(ref))

    def related(self, entry: Entry) -> tuple[Entry, ...]:
        """Return what else there is on the subject of `entry`: its page first, then as it stands.

        A twin of the same title on another page, as a pattern has where it is proved, belongs too;
        to an agent its skills, to all of a skill the agents that use it.
        """
        same = self._by_subject.get(entry.subject, [])
        twins = self._by_title.get(subject_of(entry.title), [])
        unique = {e.id: e for e in (*same, *twins, *self._companions(entry)) if e.id != entry.id}
        return tuple(sorted(unique.values(), key=lambda e: "/" in e.id or e.kind is not Kind.TOPIC))

    def used_by(self, entry: Entry) -> tuple[Entry, ...]:
        """Return the agents that use the skill in whose file `entry` stands; none elsewhere."""
        return tuple(self._users.get(f"{entry.pack}:{entry.document}", ()))

    @cached_property
    def _users(self) -> dict[str, list[Entry]]:
        users: defaultdict[str, list[Entry]] = defaultdict(list)
        for document in self.documents:
            for skill in document.skills:
                users[skill].append(document.entries[0])
        return users

    def beside(self, entry: Entry) -> tuple[Entry, ...]:
        """Return what else stands in the file of `entry`, where it stands for all of it."""
        document = self.document(entry.id)
        return document.entries[1:] if document else ()

    def _companions(self, entry: Entry) -> tuple[Entry, ...]:
        document = self.document(entry.id)
        skills = [self.get(skill) for skill in document.skills] if document else []
        return (*filter(None, skills), *self.used_by(entry))

    def checklists(self) -> tuple[ChecklistSource, ...]:
        """Return every checklist: the checks under one heading of one document."""
        groups: dict[str, list[Entry]] = {}
        for entry in self.entries:
            if entry.kind is Kind.CHECK:
                groups.setdefault(_checklist_id(entry), []).append(entry)
        titles = {d.id: d.title for d in self.documents if d.kind in _PAGES}
        return tuple(_source(name, entries, titles) for name, entries in groups.items())

    def checklist(self, ref: str) -> ChecklistSource:
        """Return the checklist whose id is `ref` or ends in it, or the one of a document.

        A checklist page of that name or file name goes before a topic page that is called so.

        Raises:
            NotFoundError: none does.
            AmbiguousError: several do.
        """
        every = self.checklists()
        pages = {d.id for d in self.documents if d.kind is DocumentKind.CHECKLIST and _is(d, ref)}
        found = [c for c in every if c.id == ref] or [c for c in every if c.page in pages]
        found = found or [c for c in every if _ends_in(c.id, ref)]
        found = found or [c for c in every if c.document == ref or c.id.startswith(f"{ref}/")]
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousError(ref, [c.id for c in found])
        names = {name: c.id for c in every for name in (kebab(c.title), c.document, c.id)}
        near = [name for name in names if kebab(ref) in name]
        near = near or difflib.get_close_matches(ref, names, n=3, cutoff=0.5)
        hint = _did_you_mean(list(dict.fromkeys(names[n] for n in near))[:3], _CHECKLISTS)
        raise NotFoundError(f"no checklist {quoted(ref)}", hint=hint)

    def _near(self, ref: str) -> str:
        ends = {e.id.rsplit("/", 1)[-1].rsplit(":", 1)[-1]: e.id for e in self.entries}
        last = kebab(ref.rsplit("/", 1)[-1])
        return _did_you_mean([ends[n] for n in difflib.get_close_matches(last, ends, n=3)])


def _joined(entries: Iterable[Entry], name: Callable[[Entry], str]) -> dict[str, list[Entry]]:
    """The entries that can be on one subject, by a name of it."""
    joined: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.kind not in (Kind.SECTION, Kind.TRIGGER):
            joined[name(entry)].append(entry)
    return joined


def _ends_in(entry_id: str, ref: str) -> bool:
    return entry_id.endswith(ref) and entry_id[: -len(ref)][-1:] in ("/", ":")


def _is(document: Document, ref: str) -> bool:
    return ref in (document.id.partition(":")[2], document.path.stem)


def _checklist_id(entry: Entry) -> str:
    section = kebab(entry.section[-1]) if entry.section else ""
    return "/".join(filter(None, (f"{entry.pack}:{entry.document}", section)))


def _source(name: str, entries: list[Entry], titles: Mapping[str, str]) -> ChecklistSource:
    """A checklist is called as its page is, on an agent as its heading is."""
    first = entries[0]
    heading = first.section[-1] if first.section else first.document
    title = titles.get(f"{first.pack}:{first.document}", heading)
    return ChecklistSource(name, title, first.document, tuple(entries))


def _did_you_mean(names: Iterable[str], all_of_them: str = "`vade list`") -> str:
    listed = ", ".join(names)
    return f"Did you mean {listed}?" if listed else f"{all_of_them} names all"
