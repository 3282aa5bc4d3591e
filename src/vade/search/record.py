"""An entry as the index sees it: words with their weight, a text for phrases, a group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from vade.library.entry import Entry, Kind
from vade.search.counted import Counted, Counting

__all__ = ["HEAD_END", "MOST", "NAME_END", "Record", "is_page", "only_links", "records"]

NAME_END = "\x02"
"""Stands after the title and after each alias in a record's text."""
HEAD_END = "\x03"
"""Stands after the last alias."""
MOST = 255
"""The highest impact."""
_SATURATION = 4.0
_WHOLE_OR_PART = 0.8
"""What a part of a compound weighs beside the compound."""


@dataclass(frozen=True, slots=True)
class _Field:
    weight: float
    usual: int
    """The usual number of words, for which the weight holds."""
    leaning: float
    """How far a longer text weighs less; the `b` of BM25F (Robertson, Zaragoza 2009)."""


_TITLE = _Field(9.0, 4, 0.5)
_LABEL = _Field(4.0, 6, 0.5)
_ALIAS = _Field(5.0, 20, 0.1)
_BODY = _Field(1.0, 60, 0.5)
_PART_OF_PAGE = _Field(0.9, 600, 0.4)

_STANDING = {
    Kind.TOPIC: 0.84,
    Kind.PATTERN: 0.8,
    Kind.CHECK: 0.76,
    Kind.PRINCIPLE: 0.72,
    Kind.DOCUMENT: 0.7,
    Kind.SECTION: 0.62,
    Kind.TRIGGER: 0.45,
}
_PAGE_STANDING = 1.0
_ONLY_LINKS = frozenset(
    ("see also", "references", "related articles", "related pages", "further reading")
)
"""Sections that lead elsewhere: to who asks for what they name, they are no answer."""
_PAGE_SECTION_STANDING = 0.45


@dataclass(slots=True)
class Record:
    """What is indexed of one entry."""

    group: str
    text: str = ""
    """Title, aliases and everything else as folded words, for phrases; see `HEAD_END`."""
    words: dict[str, int] = field(default_factory=dict)
    """Each word and its impact: what it says about the entry, from 1 to `MOST`."""


def is_page(entry: Entry) -> bool:
    """Whether the entry is a topic page as a whole."""
    return entry.kind is Kind.TOPIC and "/" not in entry.id.partition(":")[2]


def only_links(entry: Entry) -> bool:
    """Whether the entry only leads elsewhere: it is found by nothing that it says."""
    return entry.kind is Kind.SECTION and entry.title.casefold() in _ONLY_LINKS


def records(entries: Sequence[Entry]) -> Iterable[Record]:
    """Yield the record of each entry, in order.

    Args:
        entries: All entries of one or more documents, each document whole and in one run.
    """
    pages = {(e.pack, e.document): e for e in entries if is_page(e)}
    below: dict[tuple[str, str], list[Entry]] = {key: [] for key in pages}
    for entry in entries:
        key = (entry.pack, entry.document)
        if key in below and not is_page(entry) and not only_links(entry):
            below[key].append(entry)
    counting = Counting()
    for entry in entries:
        key = (entry.pack, entry.document)
        if only_links(entry):
            yield Record(_group(entry, pages.get(key)))
            continue
        yield _record(counting, entry, pages.get(key), below.get(key, ()) if is_page(entry) else ())


def _record(counting: Counting, entry: Entry, page: Entry | None, below: Sequence[Entry]) -> Record:
    made = Record(_group(entry, page))
    tally: defaultdict[str, float] = defaultdict(float)
    read = counting.counted
    names = [_add(tally, [read(entry.title)], _TITLE)]
    names += [_add(tally, [read(alias)], _ALIAS) for alias in entry.aliases]
    label = _add(tally, [read(_label(entry, page))], _LABEL)
    summary = "" if entry.summary in entry.body else entry.summary
    body = _add(tally, map(read, (summary, entry.body, _guidance(entry))), _BODY)
    rest = [_add(tally, map(read, (e.title, e.body)), _PART_OF_PAGE) for e in below]
    head = "".join(f" {name} {NAME_END}" for name in names)
    made.text = f"{head}{HEAD_END} {label} . {body} . {' . '.join(rest)} "
    most = MOST * _standing(entry, page)
    made.words = {w: int(most * n / (n + _SATURATION)) or 1 for w, n in tally.items()}
    return made


def _add(tally: defaultdict[str, float], read: Iterable[Counted], kind: _Field) -> str:
    """Count the words of a field; return its text by part."""
    texts = [text for text in read if text.length]
    length = 1 - kind.leaning + kind.leaning * sum(text.length for text in texts) / kind.usual
    weight = kind.weight / max(length, 0.75)
    for text in texts:
        for word, often in text.wholes.items():
            tally[word] += weight * often
        for word, often in text.parts.items():
            tally[word] += weight * _WHOLE_OR_PART * often
    return " ".join(text.plain for text in texts)


def _label(entry: Entry, page: Entry | None) -> str:
    above = page.title if page is not None and page is not entry else ""
    return " \n ".join((*entry.section, entry.area, entry.language, above, *entry.standards))


def _guidance(entry: Entry) -> str:
    return "\n".join(guidance.text for guidance in entry.guidance)


def _group(entry: Entry, page: Entry | None) -> str:
    if page is not None:
        return page.subject
    if entry.kind in (Kind.SECTION, Kind.TRIGGER, Kind.DOCUMENT):
        return f"{entry.subject} @ {entry.pack}:{entry.document}"
    return entry.subject


def _standing(entry: Entry, page: Entry | None) -> float:
    if page is entry:
        return _PAGE_STANDING
    if page is not None and entry.kind is Kind.SECTION:
        return _PAGE_SECTION_STANDING
    standing: Mapping[Kind, float] = _STANDING
    return standing.get(entry.kind, 0.6)
