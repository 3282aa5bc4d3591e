"""The primary sources that the content was written from, gathered from the pages' `links`.

`python -m benchmarks.sources` writes `docs/sources.md`; a test says whether it is current.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import frontmatter

from vade.paths import bundled

__all__ = ["TARGET", "main", "render"]

CONTENT = bundled() / "content"
TARGET = Path(__file__).parents[1] / "docs" / "sources.md"
_NUMBERED = re.compile(r"(RFC|PEP) (\d+)\b")
_SPECIFICATIONS = "Specifications and manuals"
_HEAD = """# Sources

What the pages of this library were written from, and which pages name each source in their `links`.
The words and the code are Vade's own; facts and figures are from here.
Made by `python -m benchmarks.sources`.

"""


def main() -> None:
    """Write the list anew."""
    TARGET.write_text(render(CONTENT), encoding="utf-8")


def render(content: Path) -> str:
    """Return the list as Markdown: specifications by number, everything else by host.

    It has no headings: each would be an entry of its own that search finds.
    """
    groups: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    titles = json.loads((content / "standards.json").read_text(encoding="utf-8"))
    for path in sorted(content.rglob("*.md")):
        page = frontmatter.load(str(path)).metadata
        for link in page.get("links") or ():
            group, source = _place(str(link), {**titles["rfc"], **titles["pep"]})
            groups[group][source].add(str(page.get("name", path.stem)))
    parts = [_HEAD]
    for group in sorted(groups, key=lambda name: (name != _SPECIFICATIONS, name)):
        parts.append(f"- {group}\n")
        for source, pages in sorted(groups[group].items(), key=lambda row: _by_number(row[0])):
            parts.append(f"  - {source}: {', '.join(sorted(pages))}\n")
    parts.append("- Lists of standards\n")
    parts += [f"  - {line}\n" for line in titles["sources"].values()]
    return "".join(parts)


def _place(link: str, titles: dict[str, str]) -> tuple[str, str]:
    if "://" in link:
        address = urldefrag(link).url
        return urlsplit(address).netloc.removeprefix("www."), f"<{address}>"
    number = _NUMBERED.match(link)
    if number is None:
        return _SPECIFICATIONS, link
    return _SPECIFICATIONS, f"{number[0]}, {titles.get(number[0], 'unknown')}"


def _by_number(source: str) -> tuple[str, int, str]:
    """RFCs, then PEPs, both by number; then the others by name."""
    number = _NUMBERED.match(source)
    rank = {"RFC": "0", "PEP": "1"}[number[1]] if number else "2"
    return (rank, int(number[2]) if number else 0, source)


if __name__ == "__main__":
    main()
