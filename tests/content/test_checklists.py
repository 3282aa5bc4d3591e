"""A checklist page is one list that somebody who knows the trade can walk in half an hour."""

from __future__ import annotations

import re

import pytest

from content.pages import Page
from vade.library import Library
from vade.paths import bundled

PATHS = sorted((bundled() / "content" / "checklists").glob("*.md"))
STANDARD = re.compile(r"CWE-[1-9]\d*|v5\.0\.0-\d+\.\d+\.\d+|RFC [1-9]\d*|PEP [1-9]\d*")
SEVERITIES = {"critical", "major", "minor", "note"}
LABELS = ["Why", "How to check", "Bad", "Good", "Severity", "Paths"]

pages = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)


@pages
def test_it_is_one_list_of_twelve_to_thirty(library: Library, path) -> None:
    document = next(d for d in library.documents if d.path == path)
    checklist = library.checklist(path.stem)
    assert checklist.title == document.title
    assert 12 <= len(checklist.entries) <= 30
    assert len(Page(path).intro) == 1
    assert len(Page(path).lines) <= 400


@pages
def test_each_item_guides(library: Library, path) -> None:
    for check in library.checklist(path.stem).entries:
        assert [label for label in LABELS if not check.hint(label)] == [], check.title
        assert check.hint("Severity") in SEVERITIES, check.title
        standards = filter(None, re.split(r",\s*", check.hint("Standard")))
        assert [s for s in standards if not STANDARD.fullmatch(s)] == [], check.title
        assert len(check.summary.split()) <= 45, check.title


@pages
def test_it_leads_to_the_pages_that_teach(library: Library, path) -> None:
    text = "\n".join(Page(path).lines)
    linked = set(re.findall(r"\]\(([a-z0-9-]+)", text))
    assert len(linked) >= 5
