"""What holds over the whole library: free names, living links, plain words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

import pytest

from content.pages import Page, ari
from vade.library import Library
from vade.library.document import Document, DocumentKind
from vade.library.draft import subject_of
from vade.library.entry import Kind
from vade.library.links import dead_links
from vade.paths import bundled

CONTENT = bundled() / "content"
FOLDERS = (CONTENT / "topics", CONTENT / "checklists", CONTENT / "skills", bundled() / "agents")
PATHS = sorted(path for folder in FOLDERS for path in folder.rglob("*.md"))
FILLERS = re.compile(
    r"\b(simply|just|robust|seamless\w*|easily|leverag\w+|powerful|best-in-class|cutting-edge"
    r"|it is important to|in order to|utili[sz]e\w*|please note|obviously)\b",
    re.IGNORECASE,
)
CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
QUOTED = re.compile(r'"[^"\n]*"')
EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u26ff\u2728\u2705\u274c]")
HARDEST = 9
"""School years by `ari`. Half of our pages lie below 5.6 and none above 7.2; of OWASP's cheat
sheets, which are read for the same purpose, half lie above 10.6."""
LONGEST = 45
"""Words in one go."""

pages = pytest.mark.parametrize(
    "path", PATHS, ids=lambda p: p.stem if p.stem != "SKILL" else p.parent.name
)


def shared(document: Document) -> set[str]:
    """What a page says it has in common with another."""
    listed = document.front_matter.get("shared", ())
    return {subject_of(str(name)) for name in ((listed,) if isinstance(listed, str) else listed)}


def taken_twice(names: Iterable[tuple[str, Document]]) -> dict[str, list[str]]:
    """Names that stand on several pages, unless all of these say so."""
    owners: defaultdict[str, dict[str, Document]] = defaultdict(dict)
    for name, document in names:
        owners[subject_of(name)][document.id] = document
    return {
        name: sorted(found)
        for name, found in owners.items()
        if len(found) > 1 and not all(name in shared(d) for d in found.values())
    }


def titles(library: Library, kind: Kind, *kinds: DocumentKind) -> Iterable[tuple[str, Document]]:
    for document in library.documents:
        if document.kind in kinds:
            yield from ((e.title, document) for e in document.entries if e.kind is kind)


def test_nothing_is_wrong_with_any_file(library: Library) -> None:
    assert [str(d) for d in library.diagnostics] == []


def test_every_link_leads_somewhere(library: Library) -> None:
    assert [str(d) for page in library.documents for d in dead_links(library, page)] == []


def test_a_name_belongs_to_one_page(library: Library) -> None:
    named = [d for d in library.documents if d.kind in (DocumentKind.TOPIC, DocumentKind.CHECKLIST)]
    assert taken_twice((name, d) for d in named for name in {d.title, *d.aliases}) == {}


def test_a_pattern_has_a_title_of_its_own(library: Library) -> None:
    assert taken_twice(titles(library, Kind.PATTERN, DocumentKind.TOPIC)) == {}


def test_a_check_has_a_title_of_its_own(library: Library) -> None:
    kinds = (DocumentKind.TOPIC, DocumentKind.CHECKLIST, DocumentKind.AGENT)
    assert taken_twice(titles(library, Kind.CHECK, *kinds)) == {}


def test_no_entry_of_a_page_needs_a_number_to_be_told_apart(library: Library) -> None:
    for document in library.documents:
        names = [e.title for e in document.entries if e.kind in (Kind.PATTERN, Kind.CHECK)]
        assert len({subject_of(n) for n in names}) == len(names), document.id


def test_no_two_checks_say_the_same(library: Library) -> None:
    """No run of eight words stands in what two checks ask for or why."""
    seen: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for entry in library.entries:
        if entry.kind is Kind.CHECK:
            for text in (entry.title, entry.summary, entry.hint("Why"), entry.hint("How to check")):
                for run in runs(text):
                    seen[run].add(entry.id)
    assert {" ".join(run): sorted(ids) for run, ids in seen.items() if len(ids) > 1} == {}


def runs(text: str, length: int = 8) -> Iterable[tuple[str, ...]]:
    words = re.findall(r"[^\W_]+", CODE.sub(" ", text.casefold()))
    return (tuple(words[n : n + length]) for n in range(len(words) - length + 1))


@pages
def test_no_word_is_filler(path) -> None:
    page = Page(path)
    assert FILLERS.findall(QUOTED.sub("", page.prose)) == []
    assert EMOJI.findall(page.prose) == []


@pages
def test_it_reads_plainly(path) -> None:
    page = Page(path)
    assert ari(page.sentences) <= HARDEST
    assert [" ".join(words) for words in page.breaths if len(words) > LONGEST] == []
