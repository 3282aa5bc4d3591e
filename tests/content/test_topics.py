"""Every topic page has the parts that docs/dialect.md names, in the size that can be read."""

from __future__ import annotations

import re

import pytest

from content.pages import Page
from vade.library import Library
from vade.library.document import Document, DocumentKind
from vade.library.entry import Entry, FenceRole, Kind
from vade.paths import bundled

CONTENT = bundled() / "content"
PATHS = sorted((CONTENT / "topics").rglob("*.md"))
PARTS = ["", "Key points", "Pitfalls", "Patterns", "Checks", "See also"]
PROMISES = re.compile(
    r"\b(at (?:most|least)|number of|maximum|minimum|how (?:many|much|long|large|often)|budget)\b",
    re.I,
)
NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|zero|once|twice)\b", re.I
)
STANDARD = re.compile(r"CWE-[1-9]\d*|v5\.0\.0-\d+\.\d+\.\d+|RFC [1-9]\d*|PEP [1-9]\d*")
SUMMARY = re.compile(r"(?:[^.]|\.(?=\w)){20,160}\.")
"""One sentence."""
SEVERITIES = {"critical", "major", "minor", "note"}

pages = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)


@pytest.fixture
def page(path) -> Page:
    return Page(path)


@pytest.fixture
def document(library: Library, path) -> Document:
    return next(d for d in library.documents if d.path == path)


def entries(document: Document, kind: Kind) -> list[Entry]:
    return [e for e in document.entries if e.kind is kind]


@pages
def test_it_says_who_it_is(document: Document, path) -> None:
    front = document.front_matter
    assert document.kind is DocumentKind.TOPIC
    assert document.id == f"vade:{path.stem}"
    assert [key for key in ("title", "area", "versions", "links") if not front.get(key)] == []
    assert SUMMARY.fullmatch(str(front["summary"])), front["summary"]
    assert 16 <= len(document.aliases) <= 72
    assert [s for s in document.entries[0].standards if not STANDARD.fullmatch(s)] == []


@pages
def test_it_has_all_parts_in_order_and_no_other(page: Page) -> None:
    assert list(page.parts) == PARTS
    assert 60 <= len(page.lines) <= 400


@pages
def test_one_paragraph_says_what_it_is(page: Page) -> None:
    assert len(page.intro) == 1
    assert 30 <= len(page.intro[0].split()) <= 160


@pages
def test_key_points_and_pitfalls_lead_with_what_to_do(page: Page) -> None:
    points, pitfalls = page.bullets("Key points"), page.bullets("Pitfalls")
    assert 5 <= len(points) <= 12
    assert len(pitfalls) >= 3
    assert [b for b in (*points, *pitfalls) if not b.startswith(("**", "`"))] == []


@pages
def test_a_point_that_promises_a_number_has_one(page: Page) -> None:
    leads = [(re.match(r"\*\*(.+?)\*\*", b), b) for b in page.bullets("Key points")]
    assert [
        b for lead, b in leads if lead and PROMISES.search(lead[1]) and not NUMBER.search(b)
    ] == []


@pages
def test_patterns_are_proven_and_short_enough_to_copy(document: Document) -> None:
    patterns = entries(document, Kind.PATTERN)
    assert len(patterns) >= 2
    assert [p.title for p in patterns if not p.proofs()] == []
    assert [p.title for p in patterns if not p.summary.startswith("Use ")] == []
    for pattern in patterns:
        sizes = [len(f.code.split("\n")) for f in pattern.fences if f.role is FenceRole.CODE]
        assert sum(sizes) >= 5, pattern.title
        assert max(sizes) <= 60, pattern.title


@pages
def test_checks_say_why_and_how(document: Document) -> None:
    checks = entries(document, Kind.CHECK)
    assert 2 <= len(checks) <= 5
    for label in ("Why", "How to check", "Severity"):
        assert [c.title for c in checks if not c.hint(label)] == [], label
    assert {c.hint("Severity") for c in checks} <= SEVERITIES


@pages
def test_it_leads_on_to_other_pages(page: Page) -> None:
    links = re.findall(r"\]\(([^)#]+)", "\n".join(page.parts["See also"]))
    assert 3 <= len(links) <= 8
    assert len(set(links)) == len(links)
    assert page.path.stem not in links
