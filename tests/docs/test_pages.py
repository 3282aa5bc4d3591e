"""The pages lead somewhere, Vade itself can read them, and their picture is the source's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from benchmarks.house import PICTURE, TELLS, edges, svg

from docs.pages import PAGES, ROOT, fences
from vade.cli import _status

_LINK = re.compile(r"(?<!`)\]\(([^)\s]+)\)")


def anchors(page: Path) -> set[str]:
    """The headings of a page, spelled as a forge spells them in links."""
    text = re.sub(r"^(`{3,}).*?^\1$", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_to_a_file_and_a_heading(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    text = re.sub(r"^(`{3,}).*?^\1$|`[^`\n]*`", "", text, flags=re.M | re.S)
    for target in _LINK.findall(text):
        if "://" in target:
            continue
        file, _, anchor = target.partition("#")
        other = (page.parent / file).resolve() if file else page
        assert other.exists(), target
        assert not anchor or anchor in anchors(other), target


def test_every_page_is_in_the_index() -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    pages = {p.name for p in (ROOT / "docs").glob("*.md")} - {"README.md"}
    assert {name for name in pages if f"({name})" not in index} == set()


def test_vade_reads_its_own_documentation_without_a_finding(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert _status(["--pack", str(ROOT / "docs"), "library", "check", str(ROOT / "docs")]) == 0
    assert "0 errors, 0 warnings, 0 info" in capsys.readouterr().out


def test_no_page_names_a_machine() -> None:
    for page in PAGES:
        assert not re.search(r"(?<!~)/(work|root|tmp|home/\w+)/", page.read_text(encoding="utf-8"))


def test_every_yaml_example_is_yaml() -> None:
    found = [f for page in PAGES for f in fences(page) if f.info == "yaml"]
    assert len(found) >= 3
    assert all(isinstance(yaml.safe_load(fence.text), dict) for fence in found)


def test_the_picture_of_the_rooms_is_drawn_from_the_imports() -> None:
    assert PICTURE.read_text(encoding="utf-8") == svg(), "run python -m benchmarks.house --write"


def test_a_room_imports_only_from_those_after_it() -> None:
    rooms = list(TELLS)
    assert [(a, b) for a, b in edges() if rooms.index(a) >= rooms.index(b)] == []
