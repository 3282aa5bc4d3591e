"""Every standard that the content cites exists: its id is in `content/standards.json`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import frontmatter
import pytest

from vade.paths import bundled

ROOT = bundled()
TABLE = json.loads((ROOT / "content" / "standards.json").read_text(encoding="utf-8"))
KNOWN: set[str] = {name for kind in ("cwe", "asvs", "rfc", "pep") for name in TABLE[kind]}
PAGES = sorted(
    path
    for folder in ("agents", "content")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in (".md", ".yml", ".yaml")
)

CITED = re.compile(r"\b(CWE-\d+|v5\.0\.0-\d+\.\d+\.\d+|(?:RFC|PEP) \d+)\b")
PART_OF_ASVS = re.compile(r"\bASVS (\d+\.\d+(?:\.\d+)?)\b")
NAMED_LINK = re.compile(r"(?P<id>(?:RFC|PEP) \d+), (?P<title>[^§]+?)(?:, §.*)?")


def places(path: Path, pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """What `pattern` finds in a page, each with `file:line`."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        for match in pattern.finditer(line):
            yield match.group(1), f"{path.relative_to(ROOT)}:{number}"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_id_in_the_text_exists(path: Path) -> None:
    unknown = [f"{at}: {name}" for name, at in places(path, CITED) if name not in KNOWN]
    assert unknown == [], "mistyped, or look it up and add it to content/standards.json"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_front_matter_and_checks_name_standards_by_id_only(path: Path) -> None:
    cited = [str(value) for value in frontmatter.load(str(path)).metadata.get("standards") or []]
    bullets = re.compile(r"^\s*[-*] \*\*Standards?\*\*: (.+)$")
    cited += [part.strip() for text, _ in places(path, bullets) for part in text.split(",")]
    assert [name for name in cited if name not in KNOWN] == []


def test_parts_of_the_asvs_that_the_text_names_exist() -> None:
    ids = [name.removeprefix("v5.0.0-") + "." for name in TABLE["asvs"]]
    for path in PAGES:
        for part, at in places(path, PART_OF_ASVS):
            whole_version = part.startswith("5.0")
            assert whole_version or any(name.startswith(part + ".") for name in ids), (at, part)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_call_an_rfc_or_pep_by_words_of_its_title(path: Path) -> None:
    """A shortened title is fine, the title of another number is not."""
    for link in frontmatter.load(str(path)).metadata.get("links") or []:
        match = NAMED_LINK.fullmatch(str(link))
        if match is None:
            continue
        title = {**TABLE["rfc"], **TABLE["pep"]}[match["id"]]
        assert words(match["title"]) <= words(title) | {"jwt", "csv"}, link


def words(text: str) -> set[str]:
    return set(re.findall(r"[\w.-]+", text.lower()))


def test_the_table_says_where_it_is_from_and_holds_no_requirement() -> None:
    assert set(TABLE["sources"]) == {"cwe", "asvs", "rfc", "pep"}
    assert all("http" in line for line in TABLE["sources"].values())
    assert {frozenset(row) for row in TABLE["asvs"].values()} == {
        frozenset({"level", "chapter", "section"})
    }
    assert all(row["level"] in (1, 2, 3) for row in TABLE["asvs"].values())


def test_the_table_is_sorted_by_number_so_that_a_new_row_has_one_place() -> None:
    for kind in ("cwe", "asvs", "rfc", "pep"):
        numbers = [
            tuple(map(int, re.findall(r"\d+", name.removeprefix("v5.0.0-"))))
            for name in TABLE[kind]
        ]
        assert numbers == sorted(set(numbers)), kind
