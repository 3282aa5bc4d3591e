"""The list of sources is current, and no page in the reader's way."""

from __future__ import annotations

from pathlib import Path

from benchmarks.sources import CONTENT, TARGET, render

from vade.library import load
from vade.library.layers import Root
from vade.library.scan import scan


def test_the_list_is_what_the_pages_name_now() -> None:
    advice = "run python -m benchmarks.sources"
    assert TARGET.read_text(encoding="utf-8") == render(CONTENT), advice


def test_the_list_lies_in_no_readers_way() -> None:
    library = load(scan([Root("bundled", "vade", CONTENT)]))
    assert [e.id for e in library.entries if e.id.startswith("vade:sources")] == []


def test_sources_are_gathered_by_number_and_by_host(tmp_path: Path) -> None:
    (tmp_path / "standards.json").write_text(
        '{"sources": {"rfc": "The list"}, "rfc": {"RFC 9110": "HTTP Semantics"}, "pep": {}}'
    )
    for name, link in (("a", "RFC 9110 §15, Status Codes"), ("b", "RFC 9110, HTTP Semantics")):
        (tmp_path / f"{name}.md").write_text(f'---\nname: {name}\nlinks: ["{link}"]\n---\n')
    (tmp_path / "c.md").write_text(
        "---\nname: c\nlinks: ['https://www.example.org/x#y', A manual]\n---\n"
    )
    assert render(tmp_path).splitlines()[6:] == [
        "- Specifications and manuals",
        "  - RFC 9110, HTTP Semantics: a, b",
        "  - A manual: c",
        "- example.org",
        "  - <https://www.example.org/x>: c",
        "- Lists of standards",
        "  - The list",
    ]
